package dev.aisle.profile.models.jobs;

import dev.aisle.contracts.Keeps;
import dev.aisle.platform.consent.ConsentAtUse.UnknownNow;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.platform.storage.StorageException;
import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import dev.aisle.profile.analysis.usecase.AnalysisSettings;
import dev.aisle.profile.models.ModelSettings;
import dev.aisle.profile.models.fitting.JobKind;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts jobs when they are asked for or due, goes on with those that an instance left, cancels them. One at a time in an instance. */
@Singleton
@Keeps(ofNobody = "kinds of jobs")
class RunJobs {
    private static final Logger LOG = Logger.getLogger(RunJobs.class);

    private final JobRepository jobs;
    private final JobLock lock;
    private final WorkOnJob workOnJob;
    private final AnalysisSettings analysis;
    private final ModelSettings settings;
    private final GuardedFigures guarded;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("job").factory());
    private final Set<JobKind> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    RunJobs(
            JobRepository jobs,
            JobLock lock,
            WorkOnJob workOnJob,
            AnalysisSettings analysis,
            ModelSettings settings,
            GuardedFigures guarded) {
        this.jobs = jobs;
        this.lock = lock;
        this.workOnJob = workOnJob;
        this.analysis = analysis;
        this.settings = settings;
        this.guarded = guarded;
    }

    /** What came of the wish to start. */
    public sealed interface Start {
        /** It is entered and will be done. */
        record Started(JobRun run) implements Start {}

        /** One of the kind runs. */
        record Busy(UUID running) implements Start {}

        /** It counts people, and the caller's day has no new numbers left. */
        record NoneLeft() implements Start {}
    }

    /** What came of the wish to cancel. */
    public enum Cancellation {
        REQUESTED,
        ALREADY_ENDED,
        UNKNOWN
    }

    /** Starts a job that somebody asks for; its numbers cost one of the caller's day. */
    public Start start(JobKind kind) {
        Optional<JobRun> running = jobs.running(kind);
        if (running.isPresent()) {
            return new Start.Busy(running.get().id());
        }
        return guarded.spend() ? begin(kind) : new Start.NoneLeft();
    }

    private Start begin(JobKind kind) {
        UUID id = UUID.randomUUID();
        while (!jobs.begin(id, kind, Instant.now())) {
            Optional<JobRun> running = jobs.running(kind);
            if (running.isPresent()) {
                return new Start.Busy(running.get().id());
            }
        }
        JobRun run = jobs.find(id).orElseThrow();
        enqueue(kind);
        return new Start.Started(run);
    }

    /** Starts what is due and goes on with what was left. */
    public void check() {
        for (JobKind kind : JobKind.values()) {
            if (jobs.running(kind).isPresent()) {
                enqueue(kind);
            } else if (isDue(kind)) {
                begin(kind);
            }
        }
    }

    private boolean isDue(JobKind kind) {
        List<JobRun> latest = jobs.latest(kind, 1);
        Instant begun = latest.isEmpty() ? null : latest.getFirst().asOf();
        return Due.by(schedule(kind)).at(Instant.now(), analysis.timeZone(), begun);
    }

    private String schedule(JobKind kind) {
        return switch (kind) {
            case LIFETIME -> settings.schedule().lifetime();
            case RFM -> settings.schedule().rfm();
            case COUPON -> settings.schedule().coupon();
            case REPLENISHMENT -> settings.schedule().replenishment();
            case FORECAST -> settings.schedule().forecast();
        };
    }

    private void enqueue(JobKind kind) {
        if (waiting.add(kind)) {
            worker.execute(() -> work(kind));
        }
    }

    /** Does the run of a kind, when there is one and nobody does it. */
    private void work(JobKind kind) {
        waiting.remove(kind);
        Optional<JobLock.Held> taken = lock.take(kind);
        if (taken.isPresent()) {
            try (JobLock.Held _ = taken.get()) {
                jobs.running(kind).ifPresent(this::work);
            }
        }
    }

    private void work(JobRun run) {
        WorkOnJob.@Nullable Work work = null;
        try {
            work = workOnJob.takeUp(run);
            boolean more = true;
            while (more && !stopping) {
                more = work.step();
            }
            if (!stopping) {
                work.end();
                LOG.infof("The job %s (%s) has ended", run.id(), run.kind().label());
            }
        } catch (UnknownNow | StorageException e) {
            LOG.infof("The job %s waits at its checkpoint: %s", run.id(), e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(run, work == null ? run.progress() : work.share(), e);
        }
    }

    /** What breaks because the service stops is no failure: somebody goes on at the checkpoint. */
    private void fail(JobRun run, double progress, Throwable cause) {
        if (!stopping) {
            LOG.errorf(cause, "The job %s (%s) failed", run.id(), run.kind().label());
            String reason = "This is our fault; the log explains it under " + run.id();
            jobs.end(run.id(), State.FAILED, progress, reason, null);
        }
    }

    /** The run of that id. */
    public Optional<JobRun> find(UUID id) {
        return jobs.find(id);
    }

    /** The latest runs, the latest first; of one kind when one is given. */
    public List<JobRun> latest(@Nullable JobKind kind, int limit) {
        return jobs.latest(kind, limit);
    }

    /** Cancels a run, wherever it is done. */
    public Cancellation cancel(UUID id) {
        if (jobs.requestCancellation(id)) {
            return Cancellation.REQUESTED;
        }
        return jobs.find(id).isPresent() ? Cancellation.ALREADY_ENDED : Cancellation.UNKNOWN;
    }

    @PreDestroy
    void stop() {
        stopping = true;
        worker.shutdownNow();
    }
}
