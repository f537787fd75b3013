package dev.aisle.campaign.campaigns.domain.life;

import dev.aisle.campaign.campaigns.domain.life.Version.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign stands. What decides is the running version; a newer one may wait beside it.
 *
 * @param running the version that was approved last; {@code null} before the first approval
 * @param newest the highest version there is
 * @param revision counts every change, also those of the state: the ETag
 */
public record Life(String id, State state, @Nullable Integer running, int newest, long revision) {
    /** Whether it decides. */
    public enum State {
        /** Nothing was approved yet. */
        DRAFT("draft"),
        RUNNING("running"),
        PAUSED("paused"),
        ENDED("ended");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** The name on the wire. */
        public String code() {
            return code;
        }
    }

    /**
     * Why a step can't be done, in words; empty when it can.
     *
     * @param stage of the newest version
     */
    public Optional<String> hindrance(Step step, Stage stage) {
        return Optional.ofNullable(
                switch (step) {
                    case SUBMIT ->
                        unless(stage == Stage.DRAFT, "The newest version is no draft but " + stage.code() + ".");
                    case APPROVE, REJECT ->
                        unless(
                                stage == Stage.IN_REVIEW,
                                "The newest version isn't in review but " + stage.code() + "; submit it first.");
                    case PAUSE -> unless(state == State.RUNNING, "It isn't running but " + state.code() + ".");
                    case RESUME -> unless(state == State.PAUSED, "It isn't paused but " + state.code() + ".");
                    case END ->
                        unless(
                                state == State.RUNNING || state == State.PAUSED,
                                "It isn't running but " + state.code() + ".");
                    case RESTORE -> null;
                });
    }

    private static @Nullable String unless(boolean possible, String why) {
        return possible ? null : why;
    }

    /** Where it stands after a step that can be done. */
    public Life after(Step step) {
        return switch (step) {
            case APPROVE ->
                new Life(id, state == State.PAUSED ? State.PAUSED : State.RUNNING, newest, newest, revision + 1);
            case PAUSE -> new Life(id, State.PAUSED, running, newest, revision + 1);
            case RESUME -> new Life(id, State.RUNNING, running, newest, revision + 1);
            case END -> new Life(id, State.ENDED, running, newest, revision + 1);
            case SUBMIT, REJECT -> new Life(id, state, running, newest, revision + 1);
            case RESTORE -> withNewVersion();
        };
    }

    /** The same with one version more. */
    public Life withNewVersion() {
        return new Life(id, state, running, newest + 1, revision + 1);
    }
}
