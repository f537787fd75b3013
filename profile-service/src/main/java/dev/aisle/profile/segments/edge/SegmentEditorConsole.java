package dev.aisle.profile.segments.edge;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.language.RuleRow;
import dev.aisle.profile.segments.domain.language.RuleRows;
import dev.aisle.profile.segments.domain.language.RuleWords;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import dev.aisle.profile.segments.preview.Preview;
import dev.aisle.profile.segments.preview.PreviewSegment;
import dev.aisle.profile.segments.usecase.CheckRule;
import dev.aisle.profile.segments.usecase.CheckRule.Written;
import dev.aisle.profile.segments.usecase.ReadSegments;
import dev.aisle.profile.segments.usecase.SaveSegment;
import dev.aisle.profile.segments.usecase.SaveSegment.Outcome;
import dev.aisle.profile.segments.usecase.SaveSegment.Wanted;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form in which a segment is made or changed: its rule as rows and as text beside each other, and how many people that are. */
@Path("/console/people")
@Changes("segment")
@RunOnVirtualThread
@RolesAllowed(Role.MARKETER)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SegmentEditorConsole {
    private static final String SEGMENTS = "/console/people/segments/";
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DESCRIPTION = 500;

    private final Console console;
    private final ReadSegments readSegments;
    private final SaveSegment saveSegment;
    private final CheckRule checkRule;
    private final PreviewSegment previewSegment;
    private final ValueCatalog values;

    SegmentEditorConsole(
            Console console,
            ReadSegments readSegments,
            SaveSegment saveSegment,
            CheckRule checkRule,
            PreviewSegment previewSegment,
            ValueCatalog values) {
        this.console = console;
        this.readSegments = readSegments;
        this.saveSegment = saveSegment;
        this.checkRule = checkRule;
        this.previewSegment = previewSegment;
        this.values = values;
    }

    /** Something wrong in the rule and where; empty where a row says it. */
    record Wrong(int line, int column, String message) {}

    /**
     * What the form shows.
     *
     * @param id of the segment that is changed; empty of a new one
     * @param version that is changed; empty of a new one
     * @param rows empty when the text says more than rows can
     * @param theirs what somebody else saved meanwhile; null when nobody did
     */
    record Page(
            Form form,
            String id,
            String version,
            boolean any,
            List<RowFields> rows,
            String text,
            List<Wrong> wrong,
            boolean valid,
            @Nullable String theirs) {
        public String address() {
            return id.isEmpty() ? SEGMENTS + "new" : SEGMENTS + id + "/edit";
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance editor(Page page);

        static native TemplateInstance count(String text, boolean told, int left);
    }

    /** Begins with a rule when the address has one. */
    @GET
    @Path("/segments/new")
    @Consumes(MediaType.WILDCARD)
    public Response fresh(@Context UriInfo uri) {
        Form form = Form.of(uri.getQueryParameters());
        SegmentDraft draft =
                form.value("text").isBlank() ? SegmentDraft.fresh() : SegmentDraft.sent(form, "", rowWords(""));
        return console.page("people_segment_new", editor(form, "", "", draft.checked(checkRule, ""), null));
    }

    @GET
    @Path("/segments/{id}/edit")
    @Consumes(MediaType.WILDCARD)
    public Response edit(@PathParam("id") String id) {
        Optional<Segment> found = readSegments.find(id);
        if (found.isEmpty()) {
            return Problems.notFound("segment");
        }
        Segment segment = found.get();
        Form form = Form.of(Map.of("name", segment.name(), "description", segment.description()));
        SegmentDraft draft = SegmentDraft.of(segment.rule()).checked(checkRule, id);
        return console.page("people_segment_edit", editor(form, id, Integer.toString(segment.version()), draft, null));
    }

    @POST
    @Path("/segments/new")
    public Response create(MultivaluedMap<String, String> sent) {
        return sent(Form.of(sent), "");
    }

    @POST
    @Path("/segments/{id}/edit")
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return sent(Form.of(sent), id);
    }

    /** How many people the rule in the form has, a piece of the page. */
    @POST
    @Path("/segments/count")
    @ChangesNothing("answers a question; what the guard counts is no change")
    public Response count(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        SegmentDraft draft = SegmentDraft.sent(form, "", rowWords("")).checked(checkRule, "");
        Rule rule = draft.rule();
        if (rule == null) {
            return console.fragment(
                    Templates.count(console.words().say("people_count_after_mending"), false, readSegments.left()));
        }
        Preview preview = previewSegment.preview(rule);
        boolean shown = preview instanceof Preview.Counted || preview instanceof Preview.Estimated;
        return console.fragment(Templates.count(said(preview), shown, preview.left()));
    }

    private String said(Preview preview) {
        return switch (preview) {
            case Preview.Counted counted -> counted(counted);
            case Preview.Estimated some ->
                console.words().say("people_count_estimated", some.low(), some.high(), some.of(), some.sample());
            case Preview.TooFew _ -> console.words().say("people_count_few", readSegments.threshold());
            case Preview.NoneLeft _ -> console.words().say("people_count_none_left");
        };
    }

    private String counted(Preview.Counted counted) {
        return counted.of() == null
                ? console.words().say("people_count_about", counted.people())
                : console.words().say("people_count_about_of", counted.people(), counted.of());
    }

    private Response sent(Form form, String id) {
        String action = form.value("action");
        SegmentDraft draft = SegmentDraft.sent(form, action, rowWords(id)).checked(checkRule, id);
        String version = form.value("version");
        if (!action.equals("save")) {
            return console.page(titleOf(id), editor(form, id, version, draft, null));
        }
        String wantedId = id.isEmpty() ? newId(form) : id;
        List<FieldError> errors = errors(form, wantedId);
        if (!errors.isEmpty() || draft.rule() == null) {
            return console.invalid(titleOf(id), editor(form.with(errors), id, version, draft, null));
        }
        Wanted wanted = new Wanted(
                wantedId,
                form.value("name").strip(),
                form.value("description").strip(),
                new Written(null, draft.text()));
        return saved(form, id, draft, wantedId, saveSegment.save(wanted, SegmentsConsole.number(version)));
    }

    private Response saved(Form form, String id, SegmentDraft draft, String wantedId, Outcome outcome) {
        String version = form.value("version");
        return switch (outcome) {
            case Outcome.Created _, Outcome.Changed _, Outcome.Unchanged _ ->
                console.goTo(SEGMENTS + wantedId, "people_saved");
            case Outcome.VersionConflict _
            when id.isEmpty() ->
                console.invalid(
                        titleOf(id),
                        editor(
                                form.with(List.of(
                                        new FieldError("id", console.words().say("people_id_taken", wantedId)))),
                                id,
                                version,
                                draft,
                                null));
            case Outcome.VersionConflict conflict ->
                console.conflict(
                        titleOf(id), editor(form, id, Integer.toString(conflict.current()), draft, standing(id)));
            case Outcome.TooMany many ->
                console.invalid(
                        titleOf(id),
                        editor(
                                form.with(List.of(
                                        new FieldError("name", console.words().say("people_too_many", many.most())))),
                                id,
                                version,
                                draft,
                                null));
            case Outcome.Missing _ -> Problems.notFound("segment");
            case Outcome.InUse _ -> throw new IllegalStateException("Only an archiving asks for that");
        };
    }

    private String standing(String id) {
        return readSegments
                .find(id)
                .map(segment -> segment.name() + "\n" + segment.description() + "\n\n" + RuleRows.lines(segment.rule()))
                .orElse("");
    }

    private List<FieldError> errors(Form form, String id) {
        List<FieldError> errors = new ArrayList<>();
        String name = form.value("name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            errors.add(new FieldError("name", console.words().say("people_name_wrong", LONGEST_NAME)));
        }
        String description = form.value("description").strip();
        if (description.length() > LONGEST_DESCRIPTION || description.indexOf('\0') >= 0) {
            errors.add(new FieldError(
                    "description", console.words().say("people_description_wrong", LONGEST_DESCRIPTION)));
        }
        if (!id.matches(SegmentResource.ID)) {
            errors.add(new FieldError("id", console.words().say("people_id_wrong")));
        }
        return errors;
    }

    /** Of a new one: as it was said, else out of its name. */
    private static String newId(Form form) {
        String said = form.value("id").strip();
        if (!said.isEmpty()) {
            return said;
        }
        String plain = Normalizer.normalize(form.value("name"), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.length() > 64 ? plain.substring(0, 64).replaceAll("-+$", "") : plain;
    }

    private TemplateInstance editor(Form form, String id, String version, SegmentDraft draft, @Nullable String theirs) {
        RowWords words = rowWords(id);
        RuleRows rows = draft.rows();
        List<RowFields> fields = new ArrayList<>();
        for (RuleRow row : rows == null ? List.<RuleRow>of() : rows.rows()) {
            int number = fields.size();
            fields.add(words.fields(number, row, draft.wrongIn(number), console.words()));
        }
        List<Wrong> wrong = draft.fromRows()
                ? List.of()
                : draft.problems().stream()
                        .map(problem -> new Wrong(problem.line(), problem.column(), SegmentDraft.told(problem)))
                        .toList();
        return Templates.editor(new Page(
                form,
                id,
                version,
                rows != null && rows.any(),
                fields,
                draft.text(),
                wrong,
                draft.rule() != null,
                theirs));
    }

    private static String titleOf(String id) {
        return id.isEmpty() ? "people_segment_new" : "people_segment_edit";
    }

    private RowWords rowWords(String id) {
        return new RowWords(
                RuleWords.of(values),
                readSegments.ids().stream().filter(other -> !other.equals(id)).toList());
    }
}
