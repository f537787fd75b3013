package dev.aisle.profile.segments.edge;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.language.RuleRows;
import dev.aisle.profile.segments.store.BackfillRepository.Backfill;
import dev.aisle.profile.segments.usecase.CheckRule.Written;
import dev.aisle.profile.segments.usecase.ReadSegments;
import dev.aisle.profile.segments.usecase.ReadSegments.Day;
import dev.aisle.profile.segments.usecase.ReadSegments.Seen;
import dev.aisle.profile.segments.usecase.SaveSegment;
import dev.aisle.profile.segments.usecase.SaveSegment.Outcome;
import dev.aisle.profile.segments.usecase.SaveSegment.Wanted;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Pages of segments: which there are, how each goes, and its end. */
@Path("/console/people")
@Changes("segment")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class SegmentsConsole {
    private static final int DAYS = 90;

    private final Console console;
    private final ReadSegments readSegments;
    private final SaveSegment saveSegment;

    SegmentsConsole(Console console, ReadSegments readSegments, SaveSegment saveSegment) {
        this.console = console;
        this.readSegments = readSegments;
        this.saveSegment = saveSegment;
    }

    /**
     * A segment in the list.
     *
     * @param text its rule, a line for each part
     * @param size null when it isn't shown
     * @param counting whether not everybody was looked at since its rule changed
     */
    record Row(Segment segment, String text, @Nullable Long size, boolean counting) {
        static Row of(Seen seen) {
            Backfill backfill = seen.backfill();
            return new Row(
                    seen.segment(),
                    RuleRows.lines(seen.segment().rule()),
                    seen.people(),
                    backfill != null && backfill.endedAt() == null);
        }
    }

    /** The list. */
    record Listed(List<Row> rows, boolean archived, boolean mayChange, int threshold, int left) {}

    /** A version of a rule. */
    record Version(int number, Instant changedAt, String name, String text, boolean archived) {
        static Version of(Segment segment) {
            return new Version(
                    segment.version(),
                    segment.changedAt(),
                    segment.name(),
                    RuleRows.lines(segment.rule()),
                    segment.archived());
        }
    }

    /**
     * One segment.
     *
     * @param backfill {@code waiting}, {@code running} or {@code done}: the look at everybody after the newest version
     * @param seenShare of people who were looked at, 0..1
     */
    record Shown(
            Row row,
            String backfill,
            double seenShare,
            @Nullable Instant backfillEnded,
            List<Day> days,
            String chart,
            List<Version> versions,
            boolean mayChange,
            int threshold) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Listed page);

        static native TemplateInstance segment(Shown page);
    }

    @GET
    public Response list(@RestQuery @Nullable String archived) {
        boolean archivedToo = "true".equals(archived);
        List<Row> rows = readSegments.all(archivedToo).stream().map(Row::of).toList();
        return console.page(
                "people_segments",
                Templates.list(new Listed(
                        rows, archivedToo, console.may(Role.MARKETER), readSegments.threshold(), readSegments.left())));
    }

    @GET
    @Path("/segments/{id}")
    public Response segment(@PathParam("id") String id) {
        return readSegments
                .one(id)
                .map(seen -> console.named(200, seen.segment().name(), Templates.segment(shown(seen))))
                .orElseGet(() -> Problems.notFound("segment"));
    }

    private Shown shown(Seen seen) {
        String id = seen.segment().id();
        List<Day> days = readSegments.history(id, DAYS, Instant.now());
        Backfill backfill = seen.backfill();
        return new Shown(
                Row.of(seen),
                backfill == null ? "done" : stateOf(backfill),
                backfill == null ? 1 : SegmentAnswers.BackfillAnswer.progressOf(backfill),
                backfill == null ? null : backfill.endedAt(),
                days,
                ChartData.byDay(days.stream().map(Day::day).toList())
                        .line(
                                console.words().say("people_size"),
                                days.stream().map(Day::size).toList())
                        .json(),
                readSegments.versions(id).stream().map(Version::of).toList(),
                console.may(Role.MARKETER),
                readSegments.threshold());
    }

    private static String stateOf(Backfill backfill) {
        String state = backfill.state().name().toLowerCase(Locale.ROOT);
        return state.equals("queued") ? "waiting" : state;
    }

    @GET
    @Path("/segments/{id}/history.csv")
    public Response history(@PathParam("id") String id) {
        if (readSegments.find(id).isEmpty()) {
            return Problems.notFound("segment");
        }
        Csv csv = Csv.of("day", "size");
        readSegments.history(id, DAYS, Instant.now()).forEach(day -> csv.row(day.day(), day.size()));
        return csv.download("segment-" + id);
    }

    @POST
    @Path("/segments/{id}/archive")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MARKETER)
    public Response archive(@PathParam("id") String id, @FormParam("version") @Nullable String version) {
        return after(id, saveSegment.archive(id, number(version)), "people_archived_done");
    }

    /** What was archived comes back as it was: the way back from an archiving. */
    @POST
    @Path("/segments/{id}/restore")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MARKETER)
    public Response restore(@PathParam("id") String id) {
        Optional<Segment> found = readSegments.find(id);
        if (found.isEmpty()) {
            return Problems.notFound("segment");
        }
        Segment segment = found.get();
        return after(
                id,
                saveSegment.save(
                        new Wanted(
                                id,
                                segment.name(),
                                segment.description(),
                                new Written(null, RuleRows.lines(segment.rule()))),
                        segment.version()),
                "people_restored_done");
    }

    private Response after(String id, Outcome outcome, String done) {
        return switch (outcome) {
            case Outcome.Created _, Outcome.Changed _, Outcome.Unchanged _ ->
                console.goTo("/console/people/segments/" + id, done);
            case Outcome.Missing _ -> Problems.notFound("segment");
            case Outcome.InUse used ->
                Problems.conflict(
                        "segment-in-use",
                        "These segments ask for it: " + String.join(", ", used.by()) + ". Change them first.");
            case Outcome.VersionConflict _ ->
                Problems.conflict(
                        "stale-version", "Somebody changed the segment meanwhile. Read it again, then decide.");
            case Outcome.TooMany many ->
                Problems.conflict("too-many-segments", "There are " + many.most() + " segments already.");
        };
    }

    static @Nullable Integer number(@Nullable String version) {
        return version != null && version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
    }
}
