"""Alembic's entry: migrate on the connection that `upgrade` hands over."""

from alembic import context

from runtime.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
