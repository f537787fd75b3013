package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.campaign.campaigns.domain.Audience;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.CampaignKind;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.reading.DefinitionReader;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.campaign.campaigns.edge.DefinitionText.UnreadableTextException;
import dev.aisle.campaign.campaigns.reach.CountReach;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns.Seen;
import dev.aisle.campaign.campaigns.usecase.SaveCampaign;
import dev.aisle.campaign.campaigns.usecase.SaveCampaign.Comparison;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where a marketer writes a campaign: fields for what is common, the whole definition beside, and what is wrong while it is typed. */
@Path("/console/campaigns/edit")
@Changes("campaign")
@RunOnVirtualThread
@RolesAllowed(Role.MARKETER)
public class CampaignEditConsole {
    private static final String TITLE = "campaigns_edit";
    private static final String NEW = """
            {"name": "", "kind": "cross_sell", "goal": {"metric": "conversion", "within": "P14D"}, "placements": ["home"],
             "priority": 50, "holdout": 0.1, "caps": {"perPerson": {"times": 3, "window": "P7D"}},
             "variations": [{"id": "only", "content": {"en": {"title": "", "body": ""}}}]}
            """;

    private final Console console;
    private final ReadCampaigns readCampaigns;
    private final SaveCampaign saveCampaign;
    private final CountReach countReach;
    private final DefinitionText texts;
    private final CampaignAnswers answers;

    CampaignEditConsole(
            Console console,
            ReadCampaigns readCampaigns,
            SaveCampaign saveCampaign,
            CountReach countReach,
            DefinitionText texts,
            CampaignAnswers answers) {
        this.console = console;
        this.readCampaigns = readCampaigns;
        this.saveCampaign = saveCampaign;
        this.countReach = countReach;
        this.texts = texts;
        this.answers = answers;
    }

    /** A choice of a list. */
    record Choice(String value, String key, boolean chosen) {}

    /** A campaign to begin from. */
    record Model(String id, String name) {}

    /** What is there now, where somebody else changed it meanwhile. */
    record Theirs(String revision, String mine, String theirs) {}

    /**
     * The page.
     *
     * @param models campaigns that a new one may begin from; none where one is changed
     * @param others what is wrong where there is no field for it
     */
    record Editor(
            boolean isNew,
            Form form,
            List<Choice> kinds,
            List<Choice> metrics,
            List<Choice> triggers,
            List<Model> models,
            List<FieldError> others,
            @Nullable Theirs theirs) {
        /** Where the form is sent: the address of the page, so that loading it again shows the same campaign. */
        public String at() {
            return isNew ? "/console/campaigns/edit" : "/console/campaigns/edit?id=" + form.value("id");
        }
    }

    /**
     * What saving would come to.
     *
     * @param problem why the text can't be read; {@code null} when it can
     */
    record Checked(
            @Nullable String problem,
            List<String> fields,
            Form form,
            List<FieldError> errors,
            List<DifferenceRow> rows) {}

    /** Whether the audience is large enough; {@code null} where the definition can't be used yet. */
    record Size(String state) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance edit(Editor editor);

        static native TemplateInstance check(Checked checked);

        static native TemplateInstance size(Size size);
    }

    @GET
    public Response edit(@RestQuery @Nullable String id, @RestQuery @Nullable String from) {
        if (id == null || id.isEmpty()) {
            JsonNode definition =
                    known(from).map(seen -> seen.shown().definition()).orElseGet(() -> texts.read(NEW, false));
            return console.page("campaigns_new", page(Edited.form("", 0, definition), null));
        }
        return known(id)
                .map(seen -> console.page(
                        TITLE,
                        page(
                                Edited.form(
                                        id, seen.life().revision(), newest(seen).definition()),
                                null)))
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String actor = answers.actor();
        if (actor == null) {
            return CampaignAnswers.noSubject();
        }
        String id = form.value("id").strip();
        if (!id.matches(CampaignResource.ID)) {
            return invalid(form, List.of(new FieldError("id", console.words().say("campaigns_id_wrong"))));
        }
        JsonNode definition;
        try {
            definition = Edited.definition(form, texts);
        } catch (UnreadableTextException e) {
            return invalid(form, List.of(new FieldError(Edited.DEFINITION, String.valueOf(e.getMessage()))));
        }
        Long revision = CampaignAnswers.revision(form.value("revision"));
        return switch (saveCampaign.save(id, definition, revision, actor)) {
            case SaveCampaign.Outcome.Created _ -> saved(id, "campaigns_saved_new");
            case SaveCampaign.Outcome.Changed _ -> saved(id, "campaigns_saved");
            case SaveCampaign.Outcome.Unchanged _ -> saved(id, "campaigns_saved_same");
            case SaveCampaign.Outcome.Wrong wrong -> invalid(form, Edited.errors(wrong.findings()));
            case SaveCampaign.Outcome.Outdated _ -> outdated(form, id, definition);
            case SaveCampaign.Outcome.TooMany most ->
                invalid(form, List.of(new FieldError("id", console.words().say("campaigns_too_many", most.most()))));
        };
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ChangesNothing("checks a form")
    public Response check(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String id = form.value("id").strip();
        List<String> fields = EditField.ALL.stream().map(EditField::name).toList();
        try {
            Comparison found =
                    saveCampaign.compare(id.matches(CampaignResource.ID) ? id : "new", Edited.definition(form, texts));
            List<FieldError> errors = Edited.errors(found.findings());
            Form told = form.with(errors);
            List<DifferenceRow> rows = found.newest() == null ? List.of() : DifferenceRow.of(found.differences());
            return console.fragment(
                    Templates.check(new Checked(null, fields, told, told.others(fields.toArray(String[]::new)), rows)));
        } catch (UnreadableTextException e) {
            return console.fragment(
                    Templates.check(new Checked(String.valueOf(e.getMessage()), fields, form, List.of(), List.of())));
        }
    }

    @POST
    @Path("/size")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ChangesNothing("answers a question; what the guard counts is no change")
    public Response size(MultivaluedMap<String, String> sent) {
        try {
            Reading read = DefinitionReader.read("new", 1, Edited.definition(Form.of(sent), texts));
            return console.fragment(Templates.size(new Size(
                    read instanceof Reading.Good good ? size(good.definition().campaign()) : "unknown")));
        } catch (UnreadableTextException e) {
            return console.fragment(Templates.size(new Size("unknown")));
        }
    }

    private String size(Campaign campaign) {
        if (campaign.audience() instanceof Audience.Everyone) {
            return "everybody";
        }
        return switch (countReach.audience(campaign)) {
            case Answer.Shown _ -> "good";
            case Answer.TooFew _ -> "bad";
            case Answer.NoneLeft _ -> "none-left";
        };
    }

    private Optional<Seen> known(@Nullable String id) {
        return id != null && CampaignAnswers.isId(id) ? readCampaigns.one(id) : Optional.empty();
    }

    private Response saved(String id, String done) {
        return console.goTo("/console/campaigns/one/" + id, done);
    }

    private Response invalid(Form form, List<FieldError> errors) {
        return console.invalid(TITLE, page(form.with(errors), null));
    }

    private Response outdated(Form form, String id, JsonNode mine) {
        Optional<Seen> now = known(id);
        if (now.isEmpty()) {
            return invalid(form, List.of(new FieldError("id", console.words().say("campaigns_gone"))));
        }
        Seen seen = now.get();
        return console.conflict(
                TITLE,
                page(
                        form,
                        new Theirs(
                                "r" + seen.life().revision(),
                                mine.toPrettyString(),
                                newest(seen).definition().toPrettyString())));
    }

    private TemplateInstance page(Form form, @Nullable Theirs theirs) {
        boolean isNew = form.value("revision").isEmpty();
        String[] fields = EditField.ALL.stream().map(EditField::name).toArray(String[]::new);
        return Templates.edit(new Editor(
                isNew,
                form,
                choices(
                        Arrays.stream(CampaignKind.values())
                                .map(CampaignKind::code)
                                .toList(),
                        "campaigns_kind_",
                        form.value("kind")),
                choices(
                        List.of("conversion", "revenue", "clicks", "retention", "satisfaction"),
                        "campaigns_metric_",
                        form.value("metric")),
                choices(
                        Arrays.stream(TriggerType.values())
                                .map(TriggerType::code)
                                .toList(),
                        "campaigns_trigger_",
                        form.value("trigger")),
                isNew
                        ? readCampaigns.all().stream()
                                .map(seen -> new Model(
                                        seen.life().id(),
                                        seen.shown().definition().path("name").asText()))
                                .toList()
                        : List.of(),
                form.others(fields).stream()
                        .filter(error ->
                                !error.field().equals("id") && !error.field().equals(Edited.DEFINITION))
                        .toList(),
                theirs));
    }

    private static List<Choice> choices(List<String> values, String prefix, String chosen) {
        return values.stream()
                .map(value -> new Choice(value, prefix + value, value.equals(chosen)))
                .toList();
    }

    private static Version newest(Seen seen) {
        Version waiting = seen.waiting();
        return waiting == null ? seen.shown() : waiting;
    }
}
