package dev.aisle.assistant.reviews;

import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many reviews at once, as a table. */
@Path("/v1/reviews/import")
@ChangesNothing("a feed of the shop, which an operator can bring as well")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reviews")
class ReviewImportResource {
    private final ImportReviews importReviews;

    ReviewImportResource(ImportReviews importReviews) {
        this.importReviews = importReviews;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({Role.STOREFRONT, Role.OPERATOR})
    @Operation(summary = "Take a table product,id,locale,text,stars,at; with dryRun only say what is wrong")
    public Response take(@QueryParam("dryRun") @DefaultValue("false") String dryRun, @Nullable String table) {
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            return Problems.invalidField("dryRun", "must be true or false");
        }
        ReviewReport report = importReviews.take(table == null ? "" : table, dryRun.equals("false"));
        return report.accepted() + report.rejected() == 0
                ? Problems.malformed("There is no row in it: send a table with product,id,locale,text,stars,at.")
                : Response.ok(report).build();
    }
}
