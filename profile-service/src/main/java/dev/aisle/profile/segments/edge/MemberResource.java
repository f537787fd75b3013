package dev.aisle.profile.segments.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.edge.SegmentAnswers.WhyAnswer;
import dev.aisle.profile.segments.members.ReadMembers;
import dev.aisle.profile.segments.members.ReadMembers.Page;
import dev.aisle.profile.segments.usecase.ReadSegments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is in a segment, for the other services. Only people who allow personalization now are named. */
@Path("/v1/segments/{id}/members")
@RunOnVirtualThread
@Tag(name = "segments")
class MemberResource {
    private static final int PAGE = 1_000;
    private static final String LINES = "application/x-ndjson";

    private final ReadSegments readSegments;
    private final ReadMembers readMembers;
    private final ObjectMapper json;

    MemberResource(ReadSegments readSegments, ReadMembers readMembers, ObjectMapper json) {
        this.readSegments = readSegments;
        this.readMembers = readMembers;
        this.json = json;
    }

    record Line(String pseudonym) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SERVICE)
    @Operation(
            summary = "A page of members in the order of their pseudonyms",
            description =
                    "Go on with ?after= and the page's next until there is none. A page can be shorter than the limit.")
    public Response page(
            @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > PAGE) {
            return Problems.invalidField("limit", "expected 1 to " + PAGE);
        }
        return readSegments.find(id).isEmpty()
                ? Problems.notFound("segment")
                : Response.ok(readMembers.page(id, after, limit))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }

    @GET
    @Produces(LINES)
    @RolesAllowed(Role.SERVICE)
    @Operation(summary = "All members, one JSON object a line")
    public Response stream(@PathParam("id") String id) {
        if (readSegments.find(id).isEmpty()) {
            return Problems.notFound("segment");
        }
        StreamingOutput lines = out -> writeAll(id, out);
        return Response.ok(lines, LINES)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void writeAll(String id, OutputStream out) throws IOException {
        @Nullable String after = "";
        while (after != null) {
            Page page = readMembers.page(id, after, PAGE);
            StringBuilder lines = new StringBuilder();
            for (String member : page.members()) {
                lines.append(json.writeValueAsString(new Line(member))).append('\n');
            }
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            after = page.next();
        }
    }

    @GET
    @Path("/{pseudonym}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SERVICE, Role.PRIVACY_OFFICER})
    @Operation(
            summary = "Why a person is in a segment, or isn't",
            description =
                    "Each part of the rule, whether it holds, and what was seen. 404 when nothing may be said of the person.")
    public Response why(@PathParam("id") String id, @PathParam("pseudonym") String pseudonym) {
        return readSegments
                .find(id)
                .map(segment -> why(segment, pseudonym))
                .orElseGet(() -> Problems.notFound("segment"));
    }

    private Response why(Segment segment, String pseudonym) {
        return readMembers
                .why(segment, pseudonym)
                .map(why -> Response.ok(WhyAnswer.of(why))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.notFound("profile"));
    }
}
