package dev.aisle.profile.models.jobs;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.models.fitting.JobKind;
import dev.aisle.profile.models.jobs.RunJobs.Start;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of jobs that fit models: how they went, and one started or cancelled. */
@Path("/console/people/jobs")
@Changes("training")
@RunOnVirtualThread
@RolesAllowed({Role.ANALYST, Role.OPERATOR})
public class JobsConsole {
    private static final String HERE = "/console/people/jobs";
    private static final int MOST = 50;

    private final Console console;
    private final RunJobs runJobs;

    JobsConsole(Console console, RunJobs runJobs) {
        this.console = console;
        this.runJobs = runJobs;
    }

    /**
     * A run.
     *
     * @param outcome what was fitted or why it failed, as the API has it
     */
    record JobRow(
            String id,
            String kind,
            String state,
            String tone,
            boolean running,
            double progress,
            Instant asOf,
            @Nullable Instant finishedAt,
            String outcome) {
        static JobRow of(JobRun run) {
            String state = run.state().label();
            return new JobRow(
                    run.id().toString(),
                    run.kind().label(),
                    state,
                    switch (state) {
                        case "done" -> "good";
                        case "failed" -> "bad";
                        case "running" -> "accent";
                        default -> "warn";
                    },
                    state.equals("running"),
                    run.progress(),
                    run.asOf(),
                    run.finishedAt(),
                    Optional.ofNullable(run.failure())
                            .or(() -> Optional.ofNullable(run.result()))
                            .orElse(""));
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance jobs(List<JobRow> rows, List<String> kinds, boolean running, boolean analyst);
    }

    @GET
    public Response jobs() {
        List<JobRow> rows = runJobs.latest(null, MOST).stream().map(JobRow::of).toList();
        return console.page(
                "people_jobs",
                Templates.jobs(
                        rows,
                        Arrays.stream(JobKind.values()).map(JobKind::label).toList(),
                        rows.stream().anyMatch(JobRow::running),
                        console.may(Role.ANALYST)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@FormParam("kind") @Nullable String label) {
        Optional<JobKind> kind = JobKind.of(label == null ? "" : label);
        if (kind.isEmpty()) {
            return Problems.invalidField("kind", "expected one of the jobs of the page");
        }
        return switch (runJobs.start(kind.get())) {
            case Start.Started _ -> console.goTo(HERE, "people_job_started");
            case Start.Busy _ -> Problems.conflict("job-running", "A job of this kind runs already. Wait for its end.");
            case Start.NoneLeft _ -> Problems.noAnswersLeft();
        };
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("id") String id) {
        UUID run;
        try {
            run = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return Problems.notFound("job");
        }
        return switch (runJobs.cancel(run)) {
            case REQUESTED -> console.goTo(HERE, "people_job_cancelled");
            case ALREADY_ENDED -> Problems.conflict("job-ended", "The job has ended; there is nothing to cancel.");
            case UNKNOWN -> Problems.notFound("job");
        };
    }
}
