package dev.aisle.recommender.interactions.edge;

import dev.aisle.platform.export.ExportedTable;
import dev.aisle.platform.export.SubjectExport.Field;
import java.util.List;

/** The tables of this service that have rows of persons, with what each column is kept for. */
final class PersonTables {
    private static final String UNTIL_ERASED = "until the person is erased";
    private static final List<String> PERSONALIZATION = List.of("personalization");
    private static final List<String> BOTH = List.of("personalization", "model_training");

    static final List<ExportedTable> ALL = List.of(
            new ExportedTable(
                    "interactions",
                    "interaction",
                    "the person's events with products",
                    UNTIL_ERASED,
                    List.of(
                            new Field("product_id", BOTH),
                            new Field("type", BOTH),
                            new Field("weight", BOTH),
                            new Field("occurred_at", BOTH),
                            new Field("event_id", BOTH),
                            new Field("for_personalization", BOTH),
                            new Field("for_training", BOTH))),
            new ExportedTable(
                    "exposures",
                    "exposure",
                    "what was shown to the person, and why",
                    UNTIL_ERASED,
                    List.of(
                            new Field("exposure_id", PERSONALIZATION),
                            new Field("placement", PERSONALIZATION),
                            new Field("product_id", PERSONALIZATION),
                            new Field("position", PERSONALIZATION),
                            new Field("score", PERSONALIZATION),
                            new Field("propensity", PERSONALIZATION),
                            new Field("source", PERSONALIZATION),
                            new Field("model_version", PERSONALIZATION),
                            new Field("personalized", PERSONALIZATION),
                            new Field("exposed_at", PERSONALIZATION))));

    private PersonTables() {}
}
