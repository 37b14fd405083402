"""Import-linter contract: a stage's edge modules are private to that stage."""

from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class StageEdges(Contract):
    """Nobody but the stage itself, and what puts the house together, imports its edges."""

    root = fields.StringField()
    edges = fields.ListField(subfield=fields.StringField())
    composition = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find every import of an edge module from another stage."""
        leaks = []
        for imported in graph.modules:
            stage, edge = self._split(imported)
            if edge not in self.edges:
                continue
            for importer in graph.find_modules_that_directly_import(imported):
                if importer.split(".")[1:2] not in ([stage], [self.composition]):
                    leaks.append((importer, imported))
        return ContractCheck(kept=not leaks, metadata={"leaks": sorted(leaks)})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say who reached where."""
        for importer, imported in check.metadata["leaks"]:
            output.print_error(f"{importer} reaches into {imported}")

    def _split(self, module: str) -> tuple[Any, Any]:
        parts = module.split(".")
        return (parts[1], parts[2]) if parts[0] == self.root and len(parts) > 2 else (None, None)
