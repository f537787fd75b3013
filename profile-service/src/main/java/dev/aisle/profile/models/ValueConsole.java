package dev.aisle.profile.models;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.models.ValueTable.Expected;
import dev.aisle.profile.models.ValueTable.Row;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of what customers will bring, and of the models behind it. */
@Path("/console/people/value")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class ValueConsole {
    private static final int LEVELS = 5;

    private final Console console;
    private final TellCustomerValue tellCustomerValue;
    private final ListModels listModels;

    ValueConsole(Console console, TellCustomerValue tellCustomerValue, ListModels listModels) {
        this.console = console;
        this.tellCustomerValue = tellCustomerValue;
        this.listModels = listModels;
    }

    /** A cell of the table. */
    record Cell(long value, double alive, String heat) {}

    /** A row of it. */
    record CellRow(long purchases, List<Cell> cells) {}

    /** A model in the list. */
    record ModelRow(String kind, long version, Instant fittedAt, long people) {
        static ModelRow of(StoredModel model) {
            return new ModelRow(model.kind().label(), model.version(), model.fittedAt(), model.people());
        }
    }

    /**
     * What the page shows.
     *
     * @param spend usual worth of a purchase day in minor units; null as long as nothing is fitted
     */
    record Page(
            int months,
            @Nullable Long spend,
            List<Integer> silences,
            List<CellRow> rows,
            List<ModelRow> models,
            boolean mayRun) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance value(Page page);
    }

    @GET
    public Response value() {
        ValueTable table = tellCustomerValue.table().orElse(null);
        return console.page(
                "people_value",
                Templates.value(new Page(
                        tellCustomerValue.months(),
                        table == null ? null : table.spend(),
                        ValueTable.SILENCES,
                        table == null ? List.of() : rows(table),
                        listModels.newest().stream().map(ModelRow::of).toList(),
                        console.may(Role.ANALYST) || console.may(Role.OPERATOR))));
    }

    @GET
    @Path("/data.csv")
    public Response csv() {
        ValueTable table = tellCustomerValue.table().orElse(null);
        if (table == null) {
            return Problems.notFound("model");
        }
        Csv csv = Csv.of("purchases", "days_silent", "value_minor_units", "alive");
        for (Row row : table.rows()) {
            for (int i = 0; i < row.expected().size(); i++) {
                Expected expected = row.expected().get(i);
                csv.row(row.purchases(), ValueTable.SILENCES.get(i), expected.value(), expected.alive());
            }
        }
        return csv.download("customer-value");
    }

    private static List<CellRow> rows(ValueTable table) {
        long most = table.rows().stream()
                .flatMap(row -> row.expected().stream())
                .mapToLong(Expected::value)
                .max()
                .orElse(1);
        return table.rows().stream()
                .map(row -> new CellRow(
                        row.purchases(),
                        row.expected().stream()
                                .map(one -> new Cell(one.value(), one.alive(), heat(one.value(), most)))
                                .toList()))
                .toList();
    }

    private static String heat(long value, long most) {
        return value <= 0 ? "" : "heat-" + Math.clamp((int) Math.ceil(value * (double) LEVELS / most), 1, LEVELS);
    }
}
