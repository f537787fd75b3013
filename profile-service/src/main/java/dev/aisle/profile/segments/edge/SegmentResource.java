package dev.aisle.profile.segments.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.edge.SegmentAnswers.SegmentAnswer;
import dev.aisle.profile.segments.usecase.CheckRule.Written;
import dev.aisle.profile.segments.usecase.ReadSegments;
import dev.aisle.profile.segments.usecase.ReadSegments.Day;
import dev.aisle.profile.segments.usecase.SaveSegment;
import dev.aisle.profile.segments.usecase.SaveSegment.Outcome;
import dev.aisle.profile.segments.usecase.SaveSegment.Wanted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Segments: made, changed, archived, and how they go. */
@Path("/v1/segments")
@Changes("segment")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "segments")
class SegmentResource {
    static final String ID = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";
    private static final int MOST_DAYS = 400;

    private final SaveSegment saveSegment;
    private final ReadSegments readSegments;

    SegmentResource(SaveSegment saveSegment, ReadSegments readSegments) {
        this.saveSegment = saveSegment;
        this.readSegments = readSegments;
    }

    @Schema(
            examples =
                    "{\"name\":\"Kitchen fans\",\"text\":\"count(product_view where category under \\\"Home/Kitchen\\\" in last 7 days) >= 3 and not did(purchase in last 7 days)\"}")
    record SegmentBody(
            @NotBlank @Size(max = 120) String name,
            @Nullable @Size(max = 500) String description,
            @Schema(type = SchemaType.OBJECT) @Nullable JsonNode rule,
            @Nullable String text) {
        boolean hasOneForm() {
            return (rule == null || rule.isNull()) != (text == null);
        }
    }

    record SegmentList(List<SegmentAnswer> segments) {}

    record VersionList(List<SegmentAnswer> versions) {}

    record HistoryAnswer(String segment, int threshold, List<Day> days) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST, Role.SERVICE})
    @Operation(
            summary = "All segments",
            description = "Sizes are the guard's: with noise, rounded to 5, and none of too few people.")
    public SegmentList list(@QueryParam("archived") @DefaultValue("false") boolean archived) {
        return new SegmentList(
                readSegments.all(archived).stream().map(SegmentAnswer::of).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.MARKETER, Role.ANALYST, Role.SERVICE})
    @Operation(summary = "One segment, with its version as ETag")
    public Response get(@PathParam("id") String id) {
        return readSegments
                .one(id)
                .map(seen -> tagged(200, seen.segment(), SegmentAnswer.of(seen)))
                .orElseGet(() -> Problems.notFound("segment"));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Make or change a segment",
            description =
                    "The rule in one of its forms. A change names the version that it changes by If-Match (412 when that isn't"
                            + " the current one, 428 without it). The same call again changes nothing.")
    public Response put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SegmentBody body) {
        if (!id.matches(ID)) {
            return Problems.invalidField(
                    "id", "expected 1 to 64 small letters, digits and hyphens, such as kitchen-fans");
        }
        if (!body.hasOneForm()) {
            return Problems.invalidField("rule", "expected the rule in one form: rule (JSON) or text");
        }
        if (ifMatch != null && version(ifMatch) == null) {
            return badTag();
        }
        String description = body.description() == null ? "" : body.description();
        return answer(
                saveSegment.save(
                        new Wanted(id, body.name(), description, new Written(body.rule(), body.text())),
                        version(ifMatch)),
                ifMatch != null);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Archive a segment",
            description = "Whoever is in it leaves. 409 while other segments rest on it.")
    public Response archive(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ifMatch != null && version(ifMatch) == null
                ? badTag()
                : answer(saveSegment.archive(id, version(ifMatch)), true);
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "The versions of a segment, the newest first")
    public Response versions(@PathParam("id") String id) {
        List<Segment> versions = readSegments.versions(id);
        return versions.isEmpty()
                ? Problems.notFound("segment")
                : Response.ok(new VersionList(versions.stream()
                                .map(version -> SegmentAnswer.of(version, null, null))
                                .toList()))
                        .build();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "The size of a segment by day (UTC)",
            description = "The size that was shown last on the day; left out when none was.")
    public Response history(@PathParam("id") String id, @QueryParam("days") @DefaultValue("90") int days) {
        if (days < 1 || days > MOST_DAYS) {
            return Problems.invalidField("days", "expected 1 to " + MOST_DAYS);
        }
        return readSegments.find(id).isEmpty()
                ? Problems.notFound("segment")
                : Response.ok(new HistoryAnswer(
                                id, readSegments.threshold(), readSegments.history(id, days, Instant.now())))
                        .build();
    }

    private Response answer(Outcome outcome, boolean conditional) {
        return switch (outcome) {
            case Outcome.Created created -> saved(201, created.segment());
            case Outcome.Changed changed -> saved(200, changed.segment());
            case Outcome.Unchanged unchanged -> saved(200, unchanged.segment());
            case Outcome.Missing _ -> Problems.notFound("segment");
            case Outcome.InUse inUse ->
                Problems.conflict(
                        "segment-in-use", "Other segments rest on it: " + String.join(", ", inUse.by()) + ".");
            case Outcome.TooMany tooMany ->
                Problems.conflict("too-many-segments", "There are at most " + tooMany.most() + ": archive one first.");
            case Outcome.VersionConflict conflict ->
                Problems.answer(Problem.of(
                        conditional ? "version-conflict" : "version-required",
                        conditional ? 412 : 428,
                        "The segment is at version " + conflict.current() + ": read it, and send If-Match: \"v"
                                + conflict.current() + "\"."));
        };
    }

    private Response saved(int status, Segment segment) {
        return readSegments
                .one(segment.id())
                .map(seen -> tagged(status, segment, SegmentAnswer.of(seen)))
                .orElseGet(() -> Problems.notFound("segment"));
    }

    private static Response tagged(int status, Segment segment, SegmentAnswer answer) {
        return Response.status(status)
                .tag("v" + segment.version())
                .entity(answer)
                .build();
    }

    private static Response badTag() {
        return Problems.invalidField("If-Match", "expected the ETag of a GET, such as \"v3\"");
    }

    private static @Nullable Integer version(@Nullable String ifMatch) {
        String tag = ifMatch == null ? "" : ifMatch.strip().replace("\"", "");
        return tag.matches("v[0-9]{1,9}") ? Integer.valueOf(tag.substring(1)) : null;
    }
}
