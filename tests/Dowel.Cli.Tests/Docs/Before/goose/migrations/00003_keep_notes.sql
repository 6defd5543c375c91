-- +goose Up
-- +goose StatementBegin
create trigger notes_are_kept before delete on notes
begin
    select raise(abort, 'notes are kept');
end;
-- +goose StatementEnd

-- +goose Down
drop trigger notes_are_kept;
