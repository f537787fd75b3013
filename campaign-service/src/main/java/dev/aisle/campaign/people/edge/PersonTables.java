package dev.aisle.campaign.people.edge;

import dev.aisle.platform.export.ExportedTable;
import dev.aisle.platform.export.SubjectExport.Field;
import java.util.List;

/** The tables of this service that have rows of persons, with what each column is kept for. */
final class PersonTables {
    private static final String UNTIL_ERASED = "until the person is erased";
    private static final List<String> PURPOSES = List.of("personalization");

    static final List<ExportedTable> ALL = List.of(
            new ExportedTable(
                    "person",
                    "person",
                    "the person's events, counted",
                    UNTIL_ERASED,
                    List.of(new Field("purchases", PURPOSES))),
            new ExportedTable(
                    "items",
                    "person_item",
                    "the person's events with products",
                    UNTIL_ERASED,
                    List.of(
                            new Field("product_id", PURPOSES),
                            new Field("bought", PURPOSES),
                            new Field("last_at", PURPOSES))),
            new ExportedTable(
                    "segments",
                    "segment_member",
                    "profile-service, from the person's behaviour",
                    UNTIL_ERASED,
                    List.of(
                            new Field("segment_id", PURPOSES),
                            new Field("member", PURPOSES),
                            new Field("changed_at", PURPOSES))),
            new ExportedTable(
                    "decisions",
                    "decision",
                    "what was decided to show the person",
                    UNTIL_ERASED,
                    List.of(
                            new Field("placement", PURPOSES),
                            new Field("campaign_id", PURPOSES),
                            new Field("campaign_version", PURPOSES),
                            new Field("variation", PURPOSES),
                            new Field("holdout", PURPOSES),
                            new Field("propensity", PURPOSES),
                            new Field("decided_at", PURPOSES),
                            new Field("answer", PURPOSES))));

    private PersonTables() {}
}
