package dev.aisle.privacy.audit.verification;

import dev.aisle.platform.operations.JobReport;
import dev.aisle.platform.operations.JobReports;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Tells operators of the verifications of the log: that they run, not what they found. */
@Singleton
class TellVerifications implements JobReports {
    private final CheckLog checkLog;

    TellVerifications(CheckLog checkLog) {
        this.checkLog = checkLog;
    }

    @Override
    public List<JobReport> latest(int most) {
        Instant now = Instant.now();
        return checkLog.latest().stream()
                .limit(most)
                .map(check -> report(check, now))
                .toList();
    }

    private static JobReport report(LogCheck check, Instant now) {
        LogCheck.Result result = check.result();
        JobReport.State state = result != null
                ? JobReport.State.DONE
                : check.running(now) ? JobReport.State.RUNNING : JobReport.State.FAILED;
        double progress = result != null || check.expected() == 0
                ? 1
                : Math.min(1, (double) check.checked() / (double) check.expected());
        return new JobReport(
                "verification", state, progress, check.startedAt(), result == null ? null : result.endedAt(), null);
    }
}
