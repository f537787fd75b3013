package dev.aisle.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the agent is told. That it crashes a service where it should is seen by the trial itself. */
class CrashPlaceTest {
    @ParameterizedTest
    @EnumSource(CrashPoint.class)
    void aScriptIsReadAsItWasWritten(CrashPoint point) {
        var place = point.place(new Random(7));

        assertThat(CrashPlace.parse(place.script())).isEqualTo(place);
        assertThat(place.hits()).isPositive();
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        var points = CrashPoint.of(CrashPoint.Role.REFINE, EnumSet.allOf(CrashPoint.class));

        var plan = Blow.plan(3, points, new Random(5));

        assertThat(plan)
                .isEqualTo(Blow.plan(3, points, new Random(5)))
                .hasSize(3 + points.size())
                .first()
                .isInstanceOf(Blow.Kill.class);
    }

    @Test
    void aScriptWithoutAMomentIsRefused() {
        assertThatThrownBy(() -> CrashPlace.parse("a.B#run##1")).isInstanceOf(IllegalArgumentException.class);
    }
}
