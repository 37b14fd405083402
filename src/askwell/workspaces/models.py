"""Who uses Askwell, and the notebook (workspace) that everything else belongs to."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from askwell.plumbing.ids import new_uid


class UserManager(BaseUserManager["User"]):
    """Makes accounts that sign in by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "User":
        """Store a new account; without a password it can only sign in by a one-time link."""
        user = self.model(email=self.normalize_email(email).lower(), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **extra: Any) -> "User":
        """Store an account that may do everything; for `manage.py createsuperuser`."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **extra)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. Local mode has exactly one."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.email


class Workspace(models.Model):
    """A notebook. `settings` is read through :class:`askwell.workspaces.settings.Settings`."""

    uid = models.UUIDField(default=new_uid, unique=True)
    name = models.CharField(max_length=200, blank=True)
    is_sample = models.BooleanField(default=False)
    settings = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name or str(self.uid)


class Membership(models.Model):
    """Who may open a workspace."""

    class Role(models.TextChoices):
        OWNER = "owner"
        MEMBER = "member"

    workspace = models.ForeignKey(Workspace, models.CASCADE)
    user = models.ForeignKey(User, models.CASCADE)
    role = models.CharField(max_length=10, choices=Role, default=Role.OWNER)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint("workspace", "user", name="membership_once")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.workspace_id}"


class Owned(models.Model):
    """A row of a workspace: `workspace` first, a `uid` that is shown and exported."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+")
    uid = models.UUIDField(default=new_uid)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint("workspace", "uid", name="%(app_label)s_%(class)s_uid")
        ]


class Trash(Owned):
    """What was deleted, whole, for thirty days: the cascade set as written by `plumbing.rows`."""

    kind = models.CharField(max_length=50)
    label = models.CharField(max_length=300)
    rows = models.JSONField()
    deleted_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.uid}"


class AuditEntry(Owned):
    """Who did something to somebody's data as a whole (export, restore, forget); never any text."""

    actor = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    action = models.CharField(max_length=50)
    subject = models.UUIDField(null=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.action} {self.at:%Y-%m-%d}"


class SignInKey(models.Model):
    """A one-time link of local mode; only the digest of its key is kept."""

    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    created_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"key of {self.created_at:%Y-%m-%d}"
