"""Finds the rules, runs those whose words are in the text, and puts the findings in order."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

from askwell.coach import rules as rule_folder
from askwell.coach.engine.config import DEFAULT, Config
from askwell.coach.finding import Finding, Hit, Severity
from askwell.coach.rule import FAMILIES, Numbers, Rule
from askwell.coach.text.tokens import Text

_loaded: dict[str, tuple[Rule, ...]] = {}
_default_sets: dict[tuple[str, str], RuleSet] = {}


def load(family: str) -> tuple[Rule, ...]:
    """All rules of one family, by code; each module of its folder holds one `RULE`."""
    if family not in _loaded:
        package = import_module(f"{rule_folder.__name__}.{family}")
        names = [module.name for module in iter_modules(package.__path__)]
        found = [import_module(f"{package.__name__}.{name}").RULE for name in names]
        _loaded[family] = tuple(sorted(found, key=lambda rule: rule.code))
    return _loaded[family]


def all_rules() -> tuple[Rule, ...]:
    """Every rule of every family, in the order of the families, then by code."""
    return tuple(rule for family in FAMILIES.values() for rule in load(family))


class RuleSet:
    """The rules of a family and scope that a configuration leaves on, indexed by trigger word."""

    def __init__(self, rules: Iterable[Rule], config: Config) -> None:
        self._always: list[Rule] = []
        self._by_word: dict[str, list[Rule]] = {}
        self._by_trait: dict[str, list[Rule]] = {}
        self._numbers: dict[str, Numbers] = {}
        self._levels: dict[str, Severity] = {}
        for rule in rules:
            self._place(rule, config)
        self._triggers = self._by_word.keys()

    def _place(self, rule: Rule, config: Config) -> None:
        level = config.level_of(rule)
        if level is Severity.OFF:
            return
        self._levels[rule.code] = level
        self._numbers[rule.code] = config.numbers_of(rule)
        if not (rule.triggers or rule.traits):
            self._always.append(rule)
        for trait in rule.traits:
            self._by_trait.setdefault(trait, []).append(rule)
        for word in rule.triggers:
            self._by_word.setdefault(word, []).append(rule)

    def run(
        self, subject: object, text: Text, offset: int = 0, traits: Iterable[str] = ()
    ) -> list[Finding]:
        """Findings about *subject*, in the order of the text, then by code.

        *offset* is added to every place, for a subject that is part of a longer text; *traits* are
        what rules may ask of the subject.
        """
        chosen = self._always
        called = [
            *[self._by_word[word] for word in self._triggers & text.vocabulary],
            *[self._by_trait[trait] for trait in traits if trait in self._by_trait],
        ]
        if called:
            rules = {rule.code: rule for some in (chosen, *called) for rule in some}
            chosen = list(rules.values())
        findings = [
            self._finding(rule, hit, offset)
            for rule in chosen
            for hit in rule.check(subject, self._numbers[rule.code])
        ]
        if len(findings) > 1:
            findings.sort(key=_place_in_text)
        return findings

    def _finding(self, rule: Rule, hit: Hit, offset: int) -> Finding:
        template = hit.message or rule.message
        return Finding(
            code=rule.code,
            slug=rule.slug,
            level=self._level(rule, hit),
            start=hit.start + offset,
            end=hit.end + offset,
            message=template.format_map(hit.params) if hit.params else template,
            reason=rule.reason,
            suggestion=hit.suggestion,
            source=rule.sources[0] if rule.sources else "",
            fix=hit.fix.moved(offset) if hit.fix else None,
            template=template,
            params=hit.params,
        )

    def _level(self, rule: Rule, hit: Hit) -> Severity:
        configured = self._levels[rule.code]
        if hit.level is None or configured is not rule.level:
            return configured
        return hit.level


def _place_in_text(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.code


def rule_set(family: str, scope: str = "item", config: Config | None = None) -> RuleSet:
    """The rules of *family* and *scope* that are on; the default set is built once."""
    if config is None or config == DEFAULT:
        key = family, scope
        if key not in _default_sets:
            _default_sets[key] = _build(family, scope, DEFAULT)
        return _default_sets[key]
    return _build(family, scope, config)


def _build(family: str, scope: str, config: Config) -> RuleSet:
    return RuleSet([rule for rule in load(family) if rule.scope == scope], config)
