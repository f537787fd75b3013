package dev.aisle.profile.analysis.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.consent.ConsentAtUse.UnknownNow;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.profile.analysis.domain.AnalysisRun;
import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.domain.Question;
import dev.aisle.profile.analysis.domain.Tally;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import dev.aisle.profile.analysis.store.AnalysisRepository;
import dev.aisle.profile.analysis.usecase.CountPeople.DeadlineException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/** Does one analysis and enters how it ended. */
@ApplicationScoped
class AnswerQuestions {
    private static final Logger LOG = Logger.getLogger(AnswerQuestions.class);
    private static final Duration BETWEEN_BEATS = Duration.ofMillis(500);

    private final CountPeople countPeople;
    private final AnalysisRepository analyses;
    private final AnalysisSettings settings;
    private final GuardedFigures guarded;
    private final ObjectMapper json;

    AnswerQuestions(
            CountPeople countPeople,
            AnalysisRepository analyses,
            AnalysisSettings settings,
            GuardedFigures guarded,
            ObjectMapper json) {
        this.countPeople = countPeople;
        this.analyses = analyses;
        this.settings = settings;
        this.guarded = guarded;
        this.json = json;
    }

    /** How far an analysis is: told to the table twice a second, where somebody may have cancelled it. */
    private final class Progress {
        private final UUID id;
        private double share;
        private Instant beat = Instant.EPOCH;

        Progress(UUID id) {
            this.id = id;
        }

        void at(double now) {
            share = now;
            if (beat.plus(BETWEEN_BEATS).isBefore(Instant.now())) {
                beat = Instant.now();
                if (!analyses.goesOn(id, share)) {
                    throw new CancellationException();
                }
            }
        }
    }

    /** Answers the question of an analysis that is entered as running. */
    public <T extends Tally<T>> void answer(UUID id, Question<T> question) {
        Progress progress = new Progress(id);
        try {
            Instant asOf = Instant.now();
            T tally = question.begin();
            countPeople.count(
                    tally,
                    question.readFrom(Reach.oldest(asOf, settings)),
                    earlier(question.readUntil(), asOf),
                    asOf.plus(settings.deadline()),
                    progress::at);
            Chart chart = question.answer(tally, new GuardedNumbers(guarded.noise(), question.touched()), asOf);
            analyses.end(id, State.DONE, 1, null, json.writeValueAsString(chart));
        } catch (CancellationException e) {
            analyses.end(id, State.CANCELLED, progress.share, null, null);
        } catch (DeadlineException | UnknownNow e) {
            analyses.end(id, State.FAILED, progress.share, e.getMessage(), null);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.errorf(e, "The analysis %s failed", id);
            analyses.end(id, State.FAILED, progress.share, "This is our fault; the log explains it under " + id, null);
        }
    }

    private static Instant earlier(Instant some, Instant other) {
        return some.isBefore(other) ? some : other;
    }

    /** The analysis as it stands. */
    AnalysisRun standing(UUID id) {
        return analyses.find(id)
                .orElseThrow(() -> new IllegalStateException("The analysis was forgotten while it ran"));
    }
}
