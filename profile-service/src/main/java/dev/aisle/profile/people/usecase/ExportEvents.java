package dev.aisle.profile.people.usecase;

import dev.aisle.platform.export.ExportTables;
import dev.aisle.platform.export.PersonExport;
import dev.aisle.platform.export.SubjectExport;
import dev.aisle.profile.people.domain.PersonEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables, with the events of a person one by one; everything that is kept, whatever it may be used for now: it is for the person. */
@ApplicationScoped
class ExportEvents implements PersonExport {
    /** The section of the packed events. */
    private static final String EVENTS = "events";

    private final ExportTables tables;
    private final WholePeople whole;

    ExportEvents(ExportTables tables, WholePeople whole) {
        this.tables = tables;
        this.whole = whole;
    }

    @Override
    public SubjectExport of(String pseudonym) {
        SubjectExport packed = tables.of(pseudonym);
        PersonEvents events = whole.underEach(List.of(pseudonym)).getOrDefault(pseudonym, PersonEvents.NONE);
        return new SubjectExport(
                packed.service(),
                packed.sections().stream()
                        .map(section ->
                                section.name().equals(EVENTS) ? ReadableEvents.section(section, events) : section)
                        .toList());
    }
}
