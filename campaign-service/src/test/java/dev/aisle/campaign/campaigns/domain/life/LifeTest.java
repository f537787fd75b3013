package dev.aisle.campaign.campaigns.domain.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.campaigns.domain.life.Life.State;
import dev.aisle.campaign.campaigns.domain.life.Version.Stage;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void fromEachStateOnlyItsStepsArePossible() {
        assertThat(possible(State.DRAFT, Stage.DRAFT)).isEqualTo(EnumSet.of(Step.SUBMIT, Step.RESTORE));
        assertThat(possible(State.DRAFT, Stage.IN_REVIEW))
                .isEqualTo(EnumSet.of(Step.APPROVE, Step.REJECT, Step.RESTORE));
        assertThat(possible(State.RUNNING, Stage.APPROVED)).isEqualTo(EnumSet.of(Step.PAUSE, Step.END, Step.RESTORE));
        assertThat(possible(State.PAUSED, Stage.APPROVED)).isEqualTo(EnumSet.of(Step.RESUME, Step.END, Step.RESTORE));
        assertThat(possible(State.ENDED, Stage.APPROVED)).isEqualTo(EnumSet.of(Step.RESTORE));
        assertThat(possible(State.RUNNING, Stage.DRAFT))
                .isEqualTo(EnumSet.of(Step.SUBMIT, Step.PAUSE, Step.END, Step.RESTORE));
    }

    @Test
    void theRunningVersionStaysUntilTheNextOneIsApproved() {
        Life running = life(State.RUNNING, 1, 1);

        Life drafted = running.withNewVersion();
        Life submitted = drafted.after(Step.SUBMIT);
        Life approved = submitted.after(Step.APPROVE);

        assertThat(drafted.running()).isEqualTo(1);
        assertThat(submitted.running()).isEqualTo(1);
        assertThat(approved.running()).isEqualTo(2);
        assertThat(approved.revision()).isEqualTo(running.revision() + 3);
    }

    @Test
    void whatIsPausedStaysSoWhenAVersionIsApproved() {
        assertThat(life(State.PAUSED, 1, 2).after(Step.APPROVE).state()).isEqualTo(State.PAUSED);
        assertThat(life(State.ENDED, 1, 2).after(Step.APPROVE).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void differencesNameThePlaceAndBothSides() throws JsonProcessingException {
        var before = JSON.readTree("{\"a\":1,\"b\":[1,2],\"c\":{\"d\":true},\"gone\":0}");
        var after = JSON.readTree("{\"a\":1,\"b\":[1,3,4],\"c\":{\"d\":false},\"new/x\":0}");

        assertThat(Difference.between(before, after))
                .extracting(one -> one.place() + " " + one.before() + " " + one.after())
                .containsExactly("/b/1 2 3", "/b/2 null 4", "/c/d true false", "/gone 0 null", "/new~1x null 0");
        assertThat(Difference.between(before, before)).isEmpty();
    }

    private static Set<Step> possible(State state, Stage stage) {
        return Stream.of(Step.values())
                .filter(step -> life(state, state == State.DRAFT ? null : 1, 1)
                        .hindrance(step, stage)
                        .isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }

    private static Life life(State state, @Nullable Integer running, int newest) {
        return new Life("x", state, running, newest, 5);
    }
}
