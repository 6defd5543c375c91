drop view if exists tagged_notes;
create view tagged_notes as
    select notes.id, notes.body, tags.tag from notes join tags on tags.note_id = notes.id;
