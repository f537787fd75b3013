package dev.aisle.profile.edge;

import dev.aisle.platform.export.ExportedTable;
import dev.aisle.platform.export.SubjectExport.Field;
import java.util.List;

/** The tables of this service that have rows of persons, with what each column is kept for. */
final class PersonTables {
    private static final String UNTIL_ERASED = "until the person is erased";
    private static final List<String> PURPOSES = List.of("personalization", "analytics");

    static final List<ExportedTable> ALL = List.of(new ExportedTable(
            "profile",
            "profile",
            "the person's events, folded",
            UNTIL_ERASED,
            List.of(
                    new Field("pseudonym", PURPOSES),
                    new Field("first_seen", PURPOSES),
                    new Field("last_seen", PURPOSES),
                    new Field("purchases", PURPOSES),
                    new Field("behaviour", PURPOSES),
                    new Field("new_visitor", PURPOSES),
                    new Field("buyer", PURPOSES))));

    private PersonTables() {}
}
