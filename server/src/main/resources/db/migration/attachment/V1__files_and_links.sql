-- Uploaded files, kept on disk by their content, and the records they belong to.
create table attachment.file (
    id              uuid primary key,
    -- Of what is stored: names the file on disk. Several rows may share one content.
    sha256          text not null constraint file_sha256_format check (sha256 ~ '^[0-9a-f]{64}$'),
    -- Of what was received, before a picture was written anew: tells a retry from another file under the same id.
    received_sha256 text not null constraint file_received_format check (received_sha256 ~ '^[0-9a-f]{64}$'),
    file_name       text not null constraint file_name_length check (length(file_name) between 1 and 200),
    media_type      text not null,
    size            bigint not null constraint file_size_positive check (size > 0),
    width           int,
    height          int,
    -- When the camera says the picture was taken; null when it does not say. A claim, not a proof.
    taken_at        timestamptz,
    -- Null for the system. No check against the uploader's later leaving: who uploaded stays a fact.
    uploader_id     uuid references identity.person (id),
    uploaded_at     timestamptz not null,
    constraint file_picture_has_size check ((width is null) = (height is null) and width > 0 and height > 0)
);
-- The sweep asks whether another row still needs a content before it removes it from disk.
create index file_sha256_idx on attachment.file (sha256);
-- The sweep looks for old uploads; the few that are linked to nothing are found among them.
create index file_uploaded_idx on attachment.file (uploaded_at);

create table attachment.link (
    owner_kind      text not null constraint link_owner_kind_format check (owner_kind ~ '^[a-z]+(-[a-z]+)*$'),
    owner_id        uuid not null,
    role            text not null constraint link_role_format check (role ~ '^[a-z]+(-[a-z]+)*$'),
    file_id         uuid not null references attachment.file (id),
    -- What decides who may see the file through this record.
    area_key        bigint not null,
    unit_id         uuid,
    view_permission text not null constraint link_permission_format check (view_permission ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
    linked_at       timestamptz not null,
    primary key (owner_kind, owner_id, role, file_id)
);
-- "Through which records may this caller see the file", and the sweep's "is it linked at all".
create index link_file_idx on attachment.link (file_id);
