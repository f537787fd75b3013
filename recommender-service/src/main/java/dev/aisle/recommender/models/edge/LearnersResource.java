package dev.aisle.recommender.models.edge;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.models.usecase.ListLearners;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who may be learned from, as the job on Spark reads it. Its last line counts the others, so a list that breaks off is noticed. */
@Path("/v1/models/learners")
@Produces(MediaType.TEXT_PLAIN)
@RunOnVirtualThread
class LearnersResource {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ListLearners listLearners;

    LearnersResource(ListLearners listLearners) {
        this.listLearners = listLearners;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    @Operation(
            summary =
                    "Who may be learned from now: pseudonym, the one of now, and the consent version up to which nothing may be used")
    public Response list() {
        if (!listLearners.known()) {
            return Problems.unavailable("The consents aren't known now; try again.", RETRY_AFTER_SECONDS);
        }
        Instant readAt = listLearners.begin();
        return Response.ok((StreamingOutput) out -> write(readAt, out))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void write(Instant readAt, OutputStream out) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        lines.write("# aisle-learners 1 readAt=" + readAt + "\n");
        long[] count = {0};
        listLearners.all(learner -> {
            try {
                lines.write(learner.pseudonym() + "\t" + learner.person() + "\t" + learner.fence() + "\n");
                count[0]++;
            } catch (IOException e) {
                throw new UncheckedIOException("whoever asked is gone", e);
            }
        });
        lines.write("# end " + count[0] + "\n");
        lines.flush();
    }
}
