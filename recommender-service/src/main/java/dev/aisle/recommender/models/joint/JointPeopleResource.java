package dev.aisle.recommender.models.joint;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.models.joint.ReadJointPeople.Line;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The people of this shop as {@code ./aisle federate participate} reads them. */
@Path("/v1/joint/people")
@Produces("text/csv")
@RunOnVirtualThread
class JointPeopleResource {
    private static final String PURPOSE = "joint_training";
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ReadJointPeople readJointPeople;

    JointPeopleResource(ReadJointPeople readJointPeople) {
        this.readJointPeople = readJointPeople;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    @Operation(
            summary =
                    "The shop for a training together with others, as CSV: every product, and what people did who grant joint_training,"
                            + " under numbers that are new each time")
    public Response list() {
        if (!readJointPeople.known()) {
            return Problems.unavailable("The consents aren't known now; try again.", RETRY_AFTER_SECONDS);
        }
        Instant readAt = readJointPeople.begin();
        return Response.ok((StreamingOutput) out -> write(readAt, out))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @SuppressWarnings("resource") // the container closes what it gave
    private void write(Instant readAt, OutputStream out) throws IOException {
        out.write(("# aisle-joint-people 1 readAt=" + readAt + "\n").getBytes(StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().autoFlush(false).build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord("person", "product", "gtin", "title", "weight", "purposes");
        readJointPeople.all(line -> csv.writeRecord(record(line)));
        csv.flush();
    }

    private static String[] record(Line line) {
        Integer person = line.person();
        return person == null
                ? new String[] {"", line.productId(), line.gtin(), line.title(), "", ""}
                : new String[] {
                    person.toString(),
                    line.productId(),
                    line.gtin(),
                    line.title(),
                    Float.toString(line.weight()),
                    PURPOSE
                };
    }
}
