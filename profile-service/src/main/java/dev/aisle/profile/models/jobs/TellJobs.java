package dev.aisle.profile.models.jobs;

import dev.aisle.platform.operations.JobReport;
import dev.aisle.platform.operations.JobReports;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells operators of the jobs that fit models. */
@Singleton
class TellJobs implements JobReports {
    private final RunJobs runJobs;

    TellJobs(RunJobs runJobs) {
        this.runJobs = runJobs;
    }

    @Override
    public List<JobReport> latest(int most) {
        return runJobs.latest(null, most).stream().map(TellJobs::report).toList();
    }

    private static JobReport report(JobRun run) {
        return new JobReport(
                run.kind().label(),
                switch (run.state()) {
                    case RUNNING -> JobReport.State.RUNNING;
                    case DONE -> JobReport.State.DONE;
                    case FAILED -> JobReport.State.FAILED;
                    case CANCELLED -> JobReport.State.CANCELLED;
                },
                run.progress(),
                run.asOf(),
                run.finishedAt(),
                run.failure());
    }
}
