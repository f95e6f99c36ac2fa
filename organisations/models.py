"""People, bodies, who holds which role, and what was changed. The database holds what one row can say."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Lower

from organisations.roles import BodyKind, Role


class UserManager(BaseUserManager["User"]):
    """Finds people. They are made by ``organisations.services``, which leave an audit event."""

    # Otherwise every migration that touches the user would import this module.
    use_in_migrations = False


class User(AbstractBaseUser):
    """Somebody who signs in, by e-mail and password.

    The address is in lower case, so that one person is one row.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=300)
    is_active = models.BooleanField("may sign in", default=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_in_lower_case"),
            models.CheckConstraint(condition=~models.Q(email=""), name="user_has_email"),
            models.CheckConstraint(condition=~models.Q(name=""), name="user_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """A council, NHS body or other sovereign partner. It is known by its exact name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=300, unique=True)
    short_name = models.CharField(max_length=300, blank=True, default="")
    kind = models.CharField(max_length=30)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="organisation_has_name"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in BodyKind]),
                name="organisation_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """One role that a person holds for a body. Several roles are several rows, and rights add up."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=30)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation", "role"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="membership_role_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.organisation_id}"


class AuditEvent(models.Model):
    """One change: who, when, what, and what stood before and after. Database triggers refuse to alter it.

    ``scope`` is the id of the appraisal, body or person whose history it belongs to; ``subject`` says what in
    it was changed (``cells/option-3/f3``). No actor means the command line.
    """

    at = models.DateTimeField()
    actor = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=100)
    scope = models.UUIDField()
    subject = models.CharField(max_length=1000, blank=True, default="")
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    reason = models.TextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["scope", "id"], name="audit_event_by_scope")]
        constraints = [models.CheckConstraint(condition=~models.Q(action=""), name="audit_event_has_action")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject}"
