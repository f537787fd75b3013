package dev.aisle.campaign.experiments.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.experiments.analysis.AnalyseExperiment;
import dev.aisle.campaign.experiments.analysis.AnalysisCsv;
import dev.aisle.campaign.experiments.analysis.AnalysisPage;
import dev.aisle.campaign.experiments.console.ExperimentPage.GoalChart;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.ExperimentReader;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Life.State;
import dev.aisle.campaign.experiments.domain.Step;
import dev.aisle.campaign.experiments.flags.edge.FlagStreams;
import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.campaign.experiments.usecase.ReadExperiments;
import dev.aisle.campaign.experiments.usecase.ReadExperiments.Seen;
import dev.aisle.campaign.experiments.usecase.TakeStep;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One experiment: what to do with it and why, its figures over time, whether they can be believed, and its next step. */
@Path("/console/experiments/one/{id}")
@Changes("experiment")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class ExperimentConsole {
    private static final String ONE = "/console/experiments/one/";

    private final Console console;
    private final ReadExperiments readExperiments;
    private final AnalyseExperiment analyseExperiment;
    private final TakeStep takeStep;
    private final PlanPanel panel;
    private final CampaignAnswers actors;
    private final FlagStreams streams;

    ExperimentConsole(
            Console console,
            ReadExperiments readExperiments,
            AnalyseExperiment analyseExperiment,
            TakeStep takeStep,
            PlanPanel panel,
            CampaignAnswers actors,
            FlagStreams streams) {
        this.console = console;
        this.readExperiments = readExperiments;
        this.analyseExperiment = analyseExperiment;
        this.takeStep = takeStep;
        this.panel = panel;
        this.actors = actors;
        this.streams = streams;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance one(ExperimentPage page);
    }

    @GET
    public Response one(@RestPath String id, @RestQuery @Nullable Integer phase) {
        return shown(id, phase, 200, Form.of(Map.of()), "");
    }

    private Response shown(String id, @Nullable Integer phase, int status, Form form, String refused) {
        Optional<Seen> seen = readExperiments.one(id);
        Optional<Analysis> analysis = seen.isEmpty() ? Optional.empty() : analyseExperiment.of(id, phase);
        if (seen.isEmpty() || (phase != null && analysis.isEmpty())) {
            return Problems.notFound("experiment");
        }
        Life life = seen.get().life();
        Experiment experiment = analysis.map(one -> one.phase().experiment())
                .orElseGet(() -> ExperimentReader.stored(id, life.definition()));
        List<GoalChart> charts =
                analysis.map(one -> GoalCharts.of(one, console.words())).orElse(List.of());
        ExperimentPage page = new ExperimentPage(
                life,
                seen.get().phases(),
                experiment,
                analysis.orElse(null),
                charts,
                life.state() == State.DRAFT
                        ? panel.of(life.definition(), console.words()).orElse(null)
                        : null,
                readExperiments.history(id),
                form,
                refused);
        return console.named(status, experiment.name(), Templates.one(page));
    }

    /** Starts, ramps, stops or concludes, or begins the next phase as it stands. */
    @POST
    @Path("/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@RestPath String id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Optional<Step> step = Step.of(form.value("step"));
        if (step.isEmpty()) {
            return shown(id, null, 422, form, console.words().say("experiments_no_step"));
        }
        String revision = form.value("revision");
        TakeStep.Outcome outcome = takeStep.take(new TakeStep.Wish(
                id, step.get(), terms(form), revision.matches("[0-9]{1,15}") ? Long.parseLong(revision) : 0, actor()));
        streams.look();
        return switch (outcome) {
            case TakeStep.Outcome.Done _ ->
                console.goTo(ONE + id, "experiments_done_" + step.get().code());
            case TakeStep.Outcome.Missing _ -> Problems.notFound("experiment");
            case TakeStep.Outcome.Outdated _ ->
                alreadySo(id, step.get(), form)
                        ? console.goTo(
                                ONE + id, "experiments_done_" + step.get().code())
                        : shown(id, null, 412, form, console.words().say("experiments_changed_meanwhile"));
            case TakeStep.Outcome.NotPossible no -> shown(id, null, 409, form, no.why());
            case TakeStep.Outcome.WrongField wrong ->
                shown(id, null, 422, form.with(List.of(new FieldError(wrong.field(), wrong.message()))), "");
            case TakeStep.Outcome.Wrong wrong ->
                shown(
                        id,
                        null,
                        422,
                        form,
                        wrong.findings().getFirst().message() + " "
                                + wrong.findings().getFirst().fix());
        };
    }

    /** Whether a form that was sent twice has done its work already. */
    private boolean alreadySo(String id, Step step, Form form) {
        Life there = readExperiments.one(id).orElseThrow().life();
        return switch (step) {
            case START -> there.state() == State.RUNNING;
            case STOP -> there.state() == State.STOPPED;
            // Of two who conclude it, the second one's words aren't there.
            case CONCLUDE -> there.state() == State.CONCLUDED && learnt(form).equals(there.learnt());
            case RAMP, PHASE -> false;
        };
    }

    private static String learnt(Form form) {
        return form.value("learnt").replace("\0", "");
    }

    private static Step.Terms terms(Form form) {
        JsonNode coverage = ExperimentFields.share(form.value("coverage"));
        String kept = form.value("kept");
        return new Step.Terms(
                coverage.isNumber() ? Double.valueOf(coverage.doubleValue()) : null,
                null,
                learnt(form),
                kept.isEmpty() ? null : kept,
                form.value("note"));
    }

    /** All figures of a phase as a file. */
    @GET
    @Path("/figures")
    public Response figures(@RestPath String id, @RestQuery @Nullable Integer phase) {
        return of(id, phase, analysis -> file(AnalysisCsv.of(analysis), "text/csv;charset=utf-8", id + ".csv"));
    }

    /** The report as one file that can be mailed. */
    @GET
    @Path("/report")
    public Response report(@RestPath String id, @RestQuery @Nullable Integer phase) {
        return of(id, phase, analysis -> file(AnalysisPage.of(analysis), "text/html;charset=utf-8", id + ".html"));
    }

    /** The data of a goal's charts. */
    @GET
    @Path("/looks")
    public Response looks(@RestPath String id, @RestQuery @Nullable Integer phase, @RestQuery @Nullable String metric) {
        return of(id, phase, analysis -> {
            Csv table = Csv.of("day", "variation", "change", "low", "high", "evidence", "boundary");
            GoalCharts.rows(analysis, metric == null ? "" : metric)
                    .forEach(row -> table.row(
                            row.day(),
                            row.variation(),
                            row.value(),
                            row.low(),
                            row.high(),
                            row.statistic(),
                            row.boundary()));
            return table.download(id + "-" + ExperimentIds.idOf(metric == null ? "" : metric));
        });
    }

    private Response of(String id, @Nullable Integer phase, Function<Analysis, Response> answer) {
        return analyseExperiment.of(id, phase).map(answer).orElseGet(() -> Problems.notFound("experiment"));
    }

    private static Response file(String text, String type, String name) {
        return Response.ok(text, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** As the API names them. */
    private String actor() {
        String subject = actors.actor();
        return subject == null ? console.person() : subject;
    }
}
