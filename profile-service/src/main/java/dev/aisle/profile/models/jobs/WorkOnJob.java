package dev.aisle.profile.models.jobs;

import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import dev.aisle.profile.analysis.usecase.AnalysisSettings;
import dev.aisle.profile.analysis.usecase.ConsentingPeople;
import dev.aisle.profile.analysis.usecase.Reach;
import dev.aisle.profile.models.ModelSettings;
import dev.aisle.profile.models.fitting.Checkpoint;
import dev.aisle.profile.models.fitting.Fit;
import dev.aisle.profile.models.fitting.FitRules;
import dev.aisle.profile.models.fitting.JobTally;
import dev.aisle.profile.people.domain.PseudonymOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does a run: counts everybody page by page, keeps checkpoints, fits. Whoever goes on at a checkpoint counts the same people in the
 * same order and ends with the same models.
 */
@ApplicationScoped
class WorkOnJob {
    private static final Duration BETWEEN_BEATS = Duration.ofMillis(500);

    private final JobRepository jobs;
    private final ConsentingPeople people;
    private final EndJob endJob;
    private final AnalysisSettings analysis;
    private final ModelSettings settings;
    private final GuardedFigures guarded;

    WorkOnJob(
            JobRepository jobs,
            ConsentingPeople people,
            EndJob endJob,
            AnalysisSettings analysis,
            ModelSettings settings,
            GuardedFigures guarded) {
        this.jobs = jobs;
        this.people = people;
        this.endJob = endJob;
        this.analysis = analysis;
        this.settings = settings;
        this.guarded = guarded;
    }

    /** Where the work stands in this process. */
    public final class Work {
        private final JobRun run;
        private final FitRules rules;
        private final JobTally tally;
        private Optional<String> cursor;
        private double share;
        private Instant beat = Instant.now();
        private Instant kept = Instant.now();

        private Work(JobRun run, FitRules rules, JobTally tally, String cursor) {
            this.run = run;
            this.rules = rules;
            this.tally = tally;
            this.cursor = Optional.of(cursor);
            this.share = run.progress();
        }

        /**
         * Counts a page.
         *
         * @return whether there is more to do, and nobody cancelled it
         * @throws ConsentAtUse.UnknownNow when nothing was counted; to be tried again
         */
        public boolean step() {
            if (cursor.isEmpty()) {
                return false;
            }
            cursor = people.read(cursor.get(), Reach.oldest(rules.asOf(), analysis), rules.asOf(), tally::add);
            share = Math.max(share, cursor.map(PseudonymOrder::share).orElse(1.0));
            if (cursor.isPresent() && due(kept, settings.checkpointEvery())) {
                jobs.keep(run.id(), Checkpoint.of(cursor.get(), tally), share);
                kept = Instant.now();
            }
            return cursor.isPresent() && goesOn();
        }

        private boolean goesOn() {
            if (due(beat, BETWEEN_BEATS)) {
                beat = Instant.now();
                return jobs.goesOn(run.id(), share);
            }
            return true;
        }

        /** Ends it: by models when everybody is counted. */
        public void end() {
            if (cursor.isPresent()) {
                jobs.end(run.id(), State.CANCELLED, share, null, null);
            } else {
                List<Fit> fits = tally.fit();
                endJob.done(run, fits);
            }
        }

        /** How far it is. */
        double share() {
            return share;
        }
    }

    private static boolean due(Instant last, Duration every) {
        return !last.plus(every).isAfter(Instant.now());
    }

    /** Takes up a run: at its checkpoint when it has one. */
    public Work takeUp(JobRun run) {
        FitRules rules = new FitRules(run.asOf(), analysis.timeZone(), settings.leastPeople(), guarded.noise());
        JobTally tally = run.kind().begin(rules);
        Optional<Checkpoint> checkpoint = jobs.checkpoint(run.id());
        checkpoint.ifPresent(kept -> {
            kept.restore(tally);
            jobs.resumed(run.id());
        });
        return new Work(run, rules, tally, checkpoint.map(Checkpoint::cursor).orElse(""));
    }
}
