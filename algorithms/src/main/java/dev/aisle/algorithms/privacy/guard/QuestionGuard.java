package dev.aisle.algorithms.privacy.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Answers questions about people so that no answer, and no two answers subtracted, say something of one person. An answer gets Gaussian
 * noise once and then stays: the same question has the same answer for everybody. It is drawn anew when the number of people has moved far
 * away from it, judged with noise, or after a week; each draw takes one off the day of the reader who caused it. The noise belongs to the
 * question and not to the set of people: with noise of the set, two questions with equal answers would be known to count the same people.
 *
 * @see <a href="https://doi.org/10.1561/0400000042">Dwork, Roth 2014, §3.5 and §3.6 (composition, sparse vector)</a>
 * @see <a href="https://www.usenix.org/conference/usenixsecurity19/presentation/gadotti">Gadotti et al. 2019, on noise that sticks to the set</a>
 */
public final class QuestionGuard {
    private static final double STEP = 5;
    private static final double FAR = 4;
    private static final double FAR_SHARE = 0.1;
    private static final Duration MOST_AGE = Duration.ofDays(7);

    private final GuardLevel level;
    private final Releases releases;
    private final RandomGenerator random;

    /** A guard with its memory; {@code random} is a {@link java.security.SecureRandom} wherever a person is protected. */
    public QuestionGuard(GuardLevel level, Releases releases, RandomGenerator random) {
        this.level = level;
        this.releases = releases;
        this.random = random;
    }

    /** Returns the answer that stands, or a new one when there is none, or when it is outdated and the reader has one left. */
    public Answer ask(String reader, Question question, Instant now) {
        Optional<Release> before = releases.find(question.text());
        if (before.isPresent() && !outdated(before.get(), question, now)) {
            return answer(before.get(), reader, now);
        }
        if (!releases.charge(reader, level.answersADay(), now)) {
            return before.map(release -> answer(release, reader, now)).orElseGet(Answer.NoneLeft::new);
        }
        Release fresh = new Release(noised(question), now);
        releases.keep(question.text(), fresh);
        return answer(fresh, reader, now);
    }

    /** Returns the answer that stands, whatever has changed since; empty when none was given. Takes nothing off a day. */
    public Optional<Answer> standing(String reader, String question, Instant now) {
        return releases.find(question).map(release -> answer(release, reader, now));
    }

    /** Returns how many new answers the reader can still have today. */
    public int left(String reader, Instant now) {
        return Math.max(0, level.answersADay() - releases.used(reader, now));
    }

    private Answer answer(Release release, String reader, Instant now) {
        int left = left(reader, now);
        return level.shows(release.people())
                ? new Answer.Shown(release.figures(), release.at(), left)
                : new Answer.TooFew(left);
    }

    /** The sparse vector technique: a comparison with noise of its own, and an answer that is drawn anew when it says yes. */
    private boolean outdated(Release release, Question question, Instant now) {
        double spread = level.deviation() * Math.sqrt(question.touched());
        double moved =
                question.figures().getFirst().value() - release.people().value() + spread * random.nextGaussian();
        double far = Math.max(FAR * spread, FAR_SHARE * release.people().value());
        return Math.abs(moved) > far
                || release.figures().size() != question.figures().size()
                || release.at().plus(MOST_AGE).isBefore(now);
    }

    /** With noise of σ·√touched·most each, what one person changes is 1/σ in the Euclidean norm, as it is for a single count. */
    private List<NoisedFigure> noised(Question question) {
        List<NoisedFigure> noised = new ArrayList<>();
        for (Figure figure : question.figures()) {
            double spread = level.deviation() * Math.sqrt(question.touched()) * figure.most();
            double step = STEP * figure.most();
            double steps = Math.rint((figure.value() + spread * random.nextGaussian()) / step);
            noised.add(new NoisedFigure(Math.max(0, steps * step), spread));
        }
        return noised;
    }
}
