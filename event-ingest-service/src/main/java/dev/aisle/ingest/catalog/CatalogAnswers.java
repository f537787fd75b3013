package dev.aisle.ingest.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What the catalogue API answers. */
final class CatalogAnswers {
    private static final int RETRY_AFTER_SECONDS = 5;

    private CatalogAnswers() {}

    /** One product that was changed. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Changed(String productId, boolean stored, List<Fault> warnings) {}

    static Response of(ImportProducts.Outcome outcome) {
        return switch (outcome) {
            case ImportProducts.Imported imported -> json(imported.report());
            case ImportProducts.TooLarge tooLarge -> tooLarge(limits(tooLarge.report()));
            case ImportProducts.Unavailable ignored -> unavailable();
        };
    }

    static Response changed(String productId, boolean stored, List<Fault> warnings) {
        return json(new Changed(productId, stored, warnings));
    }

    static Response invalid(Fault fault) {
        return Problems.invalidField(fault.field(), fault.message());
    }

    static Response tooLarge(String detail) {
        return Problems.answer(Problem.of("too-large", 413, detail));
    }

    static Response unavailable() {
        return Problems.unavailable("The broker did not take the change. Send it again.", RETRY_AFTER_SECONDS);
    }

    private static String limits(Report report) {
        return "Expected at most " + ImportProducts.MOST_ENTRIES + " products and " + Upload.MOST_BYTES
                + " bytes after unpacking. " + report.accepted() + " products were taken and " + report.rejected()
                + " refused; send the rest in another request.";
    }

    private static Response json(Object entity) {
        return Response.ok(entity, MediaType.APPLICATION_JSON).build();
    }
}
