package dev.aisle.campaign.experiments.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.experiments.analysis.PlanExperiment.Question;
import dev.aisle.campaign.experiments.console.PlanForm.Mode;
import dev.aisle.campaign.experiments.console.PlanPanel.Planned;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Life.State;
import dev.aisle.campaign.experiments.domain.Step;
import dev.aisle.campaign.experiments.flags.edge.FlagStreams;
import dev.aisle.campaign.experiments.usecase.ReadExperiments;
import dev.aisle.campaign.experiments.usecase.ReadExperiments.Seen;
import dev.aisle.campaign.experiments.usecase.SaveExperiment;
import dev.aisle.campaign.experiments.usecase.TakeStep;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The form in which an experiment is planned, with what it will need and find beside it. */
@Path("/console/experiments/plan")
@Changes("experiment")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class PlanConsole {
    private static final String TITLE = "experiments_plan";
    private static final String ONE = "/console/experiments/one/";

    private final Console console;
    private final ReadExperiments readExperiments;
    private final SaveExperiment saveExperiment;
    private final TakeStep takeStep;
    private final PlanForms forms;
    private final PlanPanel panel;
    private final CampaignAnswers actors;
    private final FlagStreams streams;

    PlanConsole(
            Console console,
            ReadExperiments readExperiments,
            SaveExperiment saveExperiment,
            TakeStep takeStep,
            PlanForms forms,
            PlanPanel panel,
            CampaignAnswers actors,
            FlagStreams streams) {
        this.console = console;
        this.readExperiments = readExperiments;
        this.saveExperiment = saveExperiment;
        this.takeStep = takeStep;
        this.forms = forms;
        this.panel = panel;
        this.actors = actors;
        this.streams = streams;
    }

    /** Errors in what is typed so far, and the plan that it needs. */
    record Checked(List<FieldError> errors, @Nullable Planned planned) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance edit(PlanForm plan);

        static native TemplateInstance checked(Checked checked);
    }

    @GET
    public Response make() {
        return console.page(TITLE, Templates.edit(forms.of(Mode.MAKE, "", 0, forms.usual())));
    }

    @GET
    @Path("/of/{id}")
    public Response edit(@RestPath String id, @RestQuery @Nullable String mode) {
        Optional<Seen> seen = readExperiments.one(id);
        if (seen.isEmpty()) {
            return Problems.notFound("experiment");
        }
        Life life = seen.get().life();
        Optional<Mode> possible = mode(life.state(), "phase".equals(mode));
        return possible.isEmpty()
                ? console.goTo(ONE + id)
                : console.page(
                        TITLE,
                        Templates.edit(forms.of(
                                possible.get(), id, life.revision(), Form.of(ExperimentFields.of(life.definition())))));
    }

    private static Optional<Mode> mode(State state, boolean phase) {
        return switch (state) {
            case DRAFT -> Optional.of(Mode.EDIT);
            case RUNNING -> Optional.of(phase ? Mode.PHASE : Mode.WORDS);
            case STOPPED -> Optional.of(Mode.PHASE);
            case CONCLUDED -> Optional.empty();
        };
    }

    /** Errors so far, and the plan: asked for while somebody types. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ChangesNothing("checks a form")
    public Response check(MultivaluedMap<String, String> sent) {
        Form form = PlanForms.named(Form.of(sent));
        JsonNode definition = forms.definition(form);
        List<FieldError> errors = forms.errors(form, definition).stream()
                .filter(error -> !form.value(error.field()).isBlank()
                        || (error.field().equals("variations")
                                && ExperimentFields.written(form).size() > 1))
                .toList();
        return console.fragment(Templates.checked(
                new Checked(errors, panel.of(definition, console.words()).orElse(null))));
    }

    @GET
    @Path("/weeks")
    public Response weeks(
            @RestQuery @DefaultValue("") String metric,
            @RestQuery @DefaultValue("") String method,
            @RestQuery @DefaultValue("0.05") double alpha,
            @RestQuery @DefaultValue("0.05") double minimumEffect,
            @RestQuery @DefaultValue("0.8") double power,
            @RestQuery @DefaultValue("1") int comparisons,
            @RestQuery @DefaultValue("0.5") double leastWeight,
            @RestQuery @DefaultValue("1") double coverage) {
        boolean shares = List.of(alpha, minimumEffect, power, leastWeight, coverage).stream()
                .allMatch(share -> share > 0 && share <= 1);
        return shares && alpha < 1 && power < 1 && comparisons > 0
                ? panel.weeks(new Question(
                        metric,
                        PlanPanel.rule(method, alpha, minimumEffect, power),
                        comparisons,
                        leastWeight,
                        coverage))
                : Problems.invalidField("query", "expected shares above 0, as the page's link has them");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> sent) {
        Form form = PlanForms.named(Form.of(sent));
        Mode mode = Mode.of(form.value("mode"));
        String id = form.value("id");
        long revision = PlanForms.revision(form);
        if (sent.containsKey("more")) {
            Map<String, String> values = new HashMap<>(form.values());
            values.put("rows", Integer.toString(ExperimentFields.rows(form) + 1));
            return console.page(TITLE, Templates.edit(forms.of(mode, id, revision, Form.of(values))));
        }
        Response answer = switch (mode) {
            case MAKE -> write(mode, id, null, form, forms.definition(form));
            case EDIT -> write(mode, id, revision, form, forms.definition(form));
            case WORDS -> words(id, revision, form);
            case PHASE -> phase(id, revision, form);
        };
        streams.look();
        return answer;
    }

    private Response words(String id, long revision, Form form) {
        Optional<Seen> seen = readExperiments.one(id);
        if (seen.isEmpty()) {
            return Problems.notFound("experiment");
        }
        JsonNode typed = forms.definition(form);
        ObjectNode next = seen.get().life().definition().deepCopy();
        for (String field : List.of("name", "hypothesis", "coverage")) {
            next.set(field, typed.path(field));
        }
        return write(Mode.WORDS, id, revision, form, next);
    }

    private Response write(Mode mode, String id, @Nullable Long revision, Form form, JsonNode definition) {
        if (!id.matches(ExperimentIds.ID)) {
            return wrong(
                    mode,
                    "",
                    0,
                    form,
                    List.of(new FieldError("id", console.words().say("experiments_no_id"))));
        }
        return switch (saveExperiment.save(id, definition, revision, actor())) {
            case SaveExperiment.Outcome.Created _ -> console.goTo(ONE + id, "experiments_saved");
            case SaveExperiment.Outcome.Changed _ -> console.goTo(ONE + id, "experiments_saved");
            case SaveExperiment.Outcome.Unchanged _ -> console.goTo(ONE + id, "experiments_saved");
            case SaveExperiment.Outcome.Wrong wrong ->
                wrong(
                        mode,
                        id,
                        revision == null ? 0 : revision,
                        form,
                        ExperimentFields.errors(wrong.findings(), form, definition));
            case SaveExperiment.Outcome.Outdated _
            when mode == Mode.MAKE ->
                wrong(
                        mode,
                        "",
                        0,
                        form,
                        List.of(new FieldError("id", console.words().say("experiments_id_taken"))));
            case SaveExperiment.Outcome.Outdated _ -> stale(mode, id, form, definition);
            case SaveExperiment.Outcome.InFlight inFlight ->
                wrong(
                        mode,
                        id,
                        revision == null ? 0 : revision,
                        form,
                        whole("experiments_in_flight", inFlight.fields()));
            case SaveExperiment.Outcome.Over over ->
                wrong(
                        mode,
                        id,
                        revision == null ? 0 : revision,
                        form,
                        whole("experiments_over", over.state().code()));
            case SaveExperiment.Outcome.TooMany tooMany ->
                wrong(mode, "", 0, form, whole("experiments_too_many", tooMany.most()));
        };
    }

    private Response phase(String id, long revision, Form form) {
        JsonNode definition = forms.definition(form);
        Step.Terms terms = new Step.Terms(null, definition, null, null, form.value("note"));
        return switch (takeStep.take(new TakeStep.Wish(id, Step.PHASE, terms, revision, actor()))) {
            case TakeStep.Outcome.Done _ -> console.goTo(ONE + id, "experiments_phase_begun");
            case TakeStep.Outcome.Missing _ -> Problems.notFound("experiment");
            case TakeStep.Outcome.Outdated _ -> stale(Mode.PHASE, id, form, definition);
            case TakeStep.Outcome.NotPossible no ->
                wrong(Mode.PHASE, id, revision, form, List.of(new FieldError("", no.why())));
            case TakeStep.Outcome.WrongField field ->
                wrong(Mode.PHASE, id, revision, form, List.of(new FieldError(field.field(), field.message())));
            case TakeStep.Outcome.Wrong wrong ->
                wrong(Mode.PHASE, id, revision, form, ExperimentFields.errors(wrong.findings(), form, definition));
        };
    }

    private List<FieldError> whole(String key, Object value) {
        return List.of(new FieldError("", console.words().say(key, value)));
    }

    private Response wrong(Mode mode, String id, long revision, Form form, List<FieldError> errors) {
        return console.invalid(TITLE, Templates.edit(forms.of(mode, id, revision, form.with(errors))));
    }

    /** Both versions; sent again it goes over the other. */
    private Response stale(Mode mode, String id, Form form, JsonNode definition) {
        Optional<Seen> seen = readExperiments.one(id);
        if (seen.isEmpty()) {
            return Problems.notFound("experiment");
        }
        Life life = seen.get().life();
        return console.conflict(TITLE, Templates.edit(forms.stale(mode, life, form, definition)));
    }

    /** As the API names them. */
    private String actor() {
        String subject = actors.actor();
        return subject == null ? console.person() : subject;
    }
}
