package dev.aisle.algorithms.privacy.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Answers questions about people so that no answer, and no two answers subtracted, say something of one person. An answer gets Gaussian
 * noise once and then stays: the same question has the same answer for everybody. It is drawn anew when the number of people has moved far
 * away from it, judged with noise, or after a week. Each draw takes one off the day of the reader who caused it, and one more when the
 * people had moved: that it was drawn says something too. The noise belongs to the question and not to the set of people: with noise of
 * the set, two questions with equal answers would be known to count the same people.
 *
 * @see <a href="https://doi.org/10.1561/0400000042">Dwork, Roth 2014, §3.5 and §3.6 (composition, sparse vector)</a>
 * @see <a href="https://www.usenix.org/conference/usenixsecurity19/presentation/gadotti">Gadotti et al. 2019, on noise that sticks to the set</a>
 */
public final class QuestionGuard {
    private static final Duration MOST_AGE = Duration.ofDays(7);

    private final GuardLevel level;
    private final Releases releases;
    private final RandomGenerator random;
    private final Noise noise;

    /** A guard with its memory; {@code random} is a {@link java.security.SecureRandom} wherever a person is protected. */
    public QuestionGuard(GuardLevel level, Releases releases, RandomGenerator random) {
        this.level = level;
        this.releases = releases;
        this.random = random;
        this.noise = new Noise(level, random);
    }

    /** Returns the answer that stands, or a new one when there is none, or when it is outdated and the reader has one left. */
    public Answer ask(String reader, Question question, Instant now) {
        Optional<Release> before = releases.find(question.text());
        int cost = before.map(release -> cost(release, question, now)).orElse(GuardLevel.DRAWN);
        if (before.isPresent() && cost == 0) {
            return answer(before.get(), reader, now);
        }
        if (!releases.charge(reader, cost, level.answersADay(), now)) {
            return before.map(release -> answer(release, reader, now)).orElseGet(Answer.NoneLeft::new);
        }
        List<NoisedFigure> figures = question.figures().stream()
                .map(figure -> noise.of(figure, question.touched()))
                .toList();
        Release fresh = new Release(figures, now);
        releases.keep(question.text(), fresh);
        return answer(fresh, reader, now);
    }

    /** Returns the answer that stands, whatever has changed since; empty when none was given. Takes nothing off a day. */
    public Optional<Answer> standing(String reader, String question, Instant now) {
        return releases.find(question).map(release -> answer(release, reader, now));
    }

    /** Takes one answer off the reader's day, for a release that the caller keeps; false when none is left. */
    public boolean spend(String reader, Instant now) {
        return releases.charge(reader, GuardLevel.DRAWN, level.answersADay(), now);
    }

    /** Returns the noise for a release that was {@link #spend paid} for. */
    public Noise noise() {
        return noise;
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

    /** Returns the price of a new answer, in answers of the day; 0 while the one before stands. */
    private int cost(Release release, Question question, Instant now) {
        if (release.figures().size() != question.figures().size()
                || release.at().plus(MOST_AGE).isBefore(now)) {
            return GuardLevel.DRAWN;
        }
        return moved(release.people(), question) ? GuardLevel.MOVED_AND_DRAWN : 0;
    }

    /** The sparse vector technique: a comparison with noise of its own, and an answer that is drawn anew when it says yes. */
    private boolean moved(NoisedFigure shown, Question question) {
        double people = question.figures().getFirst().value();
        double noise = level.comparison() * random.nextGaussian();
        return Math.abs(people - shown.value() + noise) > level.far(shown);
    }
}
