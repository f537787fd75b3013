package dev.aisle.recommender.models.edge;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.interactions.feedback.edge.RecommendationWords;
import dev.aisle.recommender.interactions.feedback.edge.Tabs;
import dev.aisle.recommender.models.domain.Training;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.registry.DescribeModel;
import dev.aisle.recommender.models.registry.DescribeModel.Description;
import dev.aisle.recommender.models.registry.ModelChange.Cause;
import dev.aisle.recommender.models.registry.ModelState;
import dev.aisle.recommender.models.registry.MoveModel.Order;
import dev.aisle.recommender.models.registry.Plan;
import dev.aisle.recommender.models.registry.PromoteModel;
import dev.aisle.recommender.models.registry.PromoteModel.Wish;
import dev.aisle.recommender.models.registry.RegisteredModel;
import dev.aisle.recommender.models.registry.Step;
import dev.aisle.recommender.models.store.TrainingRepository;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The models: which serves, why each may or may not, two beside each other, and the way there and back. */
@Path("/console/recommendations/models")
@Changes("model")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class ModelsConsole {
    private static final String MODELS = "/console/recommendations/models";
    private static final String TITLE = "recommendations_models";
    private static final String SURE = "sure";

    private final Console console;
    private final DescribeModel describeModel;
    private final PromoteModel promoteModel;
    private final TrainingRepository trainings;

    ModelsConsole(
            Console console, DescribeModel describeModel, PromoteModel promoteModel, TrainingRepository trainings) {
        this.console = console;
        this.describeModel = describeModel;
        this.promoteModel = promoteModel;
        this.trainings = trainings;
    }

    /**
     * All models.
     *
     * @param serving version of the one that serves; null when none does
     * @param candidate version of the newest one that could serve; null when there is none
     * @param preview what a rollback would do; null when nobody asked
     * @param refused why it can't be, in English; empty for nothing
     */
    record Listed(
            Tabs tabs,
            List<RegisteredModel> models,
            @Nullable String serving,
            @Nullable String candidate,
            boolean operator,
            Form form,
            @Nullable List<Step> preview,
            String refused) {}

    /**
     * One model.
     *
     * @param result what its training found; null when that isn't known
     * @param preview what its move would do; null when nobody asked
     */
    record One(
            Tabs tabs,
            Description model,
            @Nullable TrainingResult result,
            boolean operator,
            List<Choice> targets,
            Form form,
            @Nullable List<Step> preview,
            String refused) {}

    /** Two models beside each other. */
    record Compared(
            Tabs tabs,
            List<Choice> firsts,
            List<Choice> seconds,
            @Nullable Description first,
            @Nullable Description second,
            List<ComparedModels.Line> lines) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Listed listed);

        static native TemplateInstance one(One one);

        static native TemplateInstance compare(Compared compared);
    }

    @GET
    public Response list() {
        return listed(200, Form.of(Map.of()), null, "");
    }

    private Response listed(int status, Form form, @Nullable List<Step> preview, String refused) {
        List<RegisteredModel> models = describeModel.all();
        return console.named(
                status,
                console.words().say(TITLE),
                Templates.list(new Listed(
                        Tabs.at("models", console),
                        models,
                        first(models, ModelState.SERVING),
                        first(models, ModelState.CANDIDATE),
                        console.may(Role.OPERATOR),
                        form,
                        preview,
                        refused)));
    }

    private static @Nullable String first(List<RegisteredModel> models, ModelState state) {
        return models.stream()
                .filter(model -> model.state() == state)
                .map(RegisteredModel::version)
                .findFirst()
                .orElse(null);
    }

    @POST
    @Path("/rollback")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.OPERATOR)
    public Response rollBack(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        if (!Reason.isGiven(form.value("reason"))) {
            return listed(422, form.with(List.of(new FieldError("reason", Reason.EXPECTED))), null, "");
        }
        boolean sure = form.value(SURE).equals("true");
        String seen = sure ? form.value("to") : "";
        return switch (promoteModel.rollBack(seen, order(Cause.ROLLBACK, form, !sure))) {
            case Plan.Refused refused -> listed(409, form, null, refused.detail());
            case Plan.Unknown _ -> Problems.notFound("model");
            case Plan.Steps steps ->
                sure
                        ? console.goTo(MODELS, "recommendations_rolled_back")
                        : listed(200, seeing(form, steps.version()), steps.steps(), "");
        };
    }

    /** The model that would come back goes with the form, so that what is done is what was seen. */
    private static Form seeing(Form form, String version) {
        Map<String, String> values = new HashMap<>(form.values());
        values.put("to", version);
        return Form.of(values);
    }

    @GET
    @Path("/one/{version}")
    public Response one(@RestPath String version) {
        return shown(version, 200, Form.of(Map.of("to", "serving", "percent", "10")), null, "");
    }

    private Response shown(String version, int status, Form form, @Nullable List<Step> preview, String refused) {
        return describeModel
                .of(version)
                .map(model -> console.named(
                        status,
                        console.words().say("recommendations_model") + " " + version,
                        Templates.one(new One(
                                Tabs.at("models", console),
                                model,
                                resultOf(model),
                                console.may(Role.OPERATOR),
                                Choice.said(
                                        console.words(),
                                        "recommendations_to_",
                                        List.of("serving", "canary", "shadow", "candidate"),
                                        form.value("to")),
                                form,
                                preview,
                                refused))))
                .orElseGet(() -> Problems.notFound("model"));
    }

    private @Nullable TrainingResult resultOf(Description model) {
        return trainings
                .find(model.model().lineage().training())
                .map(Training::result)
                .orElse(null);
    }

    @POST
    @Path("/one/{version}/promote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.OPERATOR)
    public Response promote(@RestPath String version, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        List<FieldError> errors = new ArrayList<>();
        Optional<ModelState> to =
                ModelState.of(form.value("to")).filter(state -> state.asked() || state == ModelState.CANDIDATE);
        if (to.isEmpty()) {
            errors.add(new FieldError("to", "expected shadow, canary, serving or candidate"));
        }
        boolean canary = to.filter(state -> state == ModelState.CANARY).isPresent();
        int percent = form.value("percent").matches("[1-9][0-9]?") ? Integer.parseInt(form.value("percent")) : 0;
        if (canary && percent == 0) {
            errors.add(new FieldError("percent", "expected 1 to 99"));
        }
        if (!Reason.isGiven(form.value("reason"))) {
            errors.add(new FieldError("reason", Reason.EXPECTED));
        }
        if (!errors.isEmpty() || to.isEmpty()) {
            return shown(version, 422, form.with(errors), null, "");
        }
        boolean sure = form.value(SURE).equals("true");
        Wish wish = new Wish(to.get(), canary ? percent : 0, form.value("force").equals("true"));
        return switch (promoteModel.promote(version, wish, order(Cause.PROMOTION, form, !sure))) {
            case Plan.Refused refused -> shown(version, 409, form, null, refused.detail());
            case Plan.Unknown _ -> Problems.notFound("model");
            case Plan.Steps steps ->
                sure
                        ? console.goTo(
                                MODELS + "/one/" + RecommendationWords.inAddress(version), "recommendations_moved")
                        : shown(version, 200, form, steps.steps(), "");
        };
    }

    private Order order(Cause cause, Form form, boolean dryRun) {
        return new Order(cause, console.person(), form.value("reason"), dryRun);
    }

    /** Two models: those named, else the one that serves and the newest candidate. */
    @GET
    @Path("/compare")
    public Response compare(@RestQuery @Nullable String a, @RestQuery @Nullable String b) {
        List<RegisteredModel> models = describeModel.all();
        String first = a == null ? first(models, ModelState.SERVING) : a;
        String second = b == null ? first(models, ModelState.CANDIDATE) : b;
        List<String> versions = models.stream().map(RegisteredModel::version).toList();
        Description one = first == null ? null : describeModel.of(first).orElse(null);
        Description other = second == null ? null : describeModel.of(second).orElse(null);
        return console.page(
                "recommendations_compare",
                Templates.compare(new Compared(
                        Tabs.at("models", console),
                        Choice.plain(versions, first == null ? "" : first),
                        Choice.plain(versions, second == null ? "" : second),
                        one,
                        other,
                        one == null || other == null
                                ? List.of()
                                : ComparedModels.lines(one, resultOf(one), other, resultOf(other)))));
    }
}
