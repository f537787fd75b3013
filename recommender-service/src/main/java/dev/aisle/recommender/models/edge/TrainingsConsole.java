package dev.aisle.recommender.models.edge;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.interactions.feedback.edge.Tabs;
import dev.aisle.recommender.models.domain.Training;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.store.TrainingRepository;
import dev.aisle.recommender.models.usecase.RunTrainings;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Trainings: what runs, what came of each and why one failed; start and cancel. */
@Path("/console/recommendations/trainings")
@Changes("training")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class TrainingsConsole {
    private static final String TRAININGS = "/console/recommendations/trainings";
    private static final String TITLE = "recommendations_trainings";
    private static final int MOST = 50;

    private final Console console;
    private final RunTrainings runTrainings;
    private final TrainingRepository trainings;

    TrainingsConsole(Console console, RunTrainings runTrainings, TrainingRepository trainings) {
        this.console = console;
        this.runTrainings = runTrainings;
        this.trainings = trainings;
    }

    /** The latest trainings, the newest first. */
    record Listed(Tabs tabs, List<Training> trainings, Form form) {
        public boolean running() {
            return trainings.stream().anyMatch(Training::running);
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Listed listed);

        static native TemplateInstance one(Tabs tabs, Training training);
    }

    @GET
    public Response list() {
        return console.page(TITLE, Templates.list(listed(Form.of(Map.of()))));
    }

    private Listed listed(Form form) {
        return new Listed(Tabs.at("trainings", console), trainings.recent(MOST), form);
    }

    @GET
    @Path("/one/{id}")
    public Response one(@RestPath String id) {
        return parse(id)
                .flatMap(trainings::find)
                .map(training -> console.page(TITLE, Templates.one(Tabs.at("trainings", console), training)))
                .orElseGet(() -> Problems.notFound("training"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        boolean force = form.value("force").equals("true");
        String file = form.value("file").strip();
        if (force && !Reason.isGiven(form.value("reason"))) {
            return wrong(form, "reason", Reason.EXPECTED);
        }
        if (!new TrainingRequest(force, form.value("reason"), file.isEmpty() ? null : file).namesAFile()) {
            return wrong(form, "file", "expected the name of a file in aisle.models.incoming");
        }
        TrainingOrder order =
                new TrainingOrder(console.person(), force ? form.value("reason") : null, file.isEmpty() ? null : file);
        return switch (runTrainings.start(order)) {
            case RunTrainings.Start.Started started ->
                console.goTo(TRAININGS + "/one/" + started.training().id(), "recommendations_training_started");
            case RunTrainings.Start.Busy busy ->
                console.goTo(TRAININGS + "/one/" + busy.running(), "recommendations_training_busy");
        };
    }

    private Response wrong(Form form, String field, String message) {
        return console.invalid(TITLE, Templates.list(listed(form.with(List.of(new FieldError(field, message))))));
    }

    @POST
    @Path("/one/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@RestPath String id) {
        Optional<UUID> parsed = parse(id);
        return parsed.isEmpty()
                ? Problems.notFound("training")
                : switch (runTrainings.cancel(parsed.get())) {
                    case REQUESTED ->
                        console.goTo(TRAININGS + "/one/" + parsed.get(), "recommendations_training_cancelled");
                    case ALREADY_ENDED ->
                        console.goTo(TRAININGS + "/one/" + parsed.get(), "recommendations_training_over");
                    case UNKNOWN -> Problems.notFound("training");
                };
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
