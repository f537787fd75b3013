package dev.aisle.profile.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymOrderTest {
    @Test
    void theShareOfPeopleBeforeAPseudonymFollowsFromItsLetters() {
        assertThat(PseudonymOrder.share("")).isZero();
        assertThat(PseudonymOrder.share("p1.k1.-")).isEqualTo(.05);
        assertThat(PseudonymOrder.share("p1.k1.W-aa")).isEqualTo(.55);
        assertThat(PseudonymOrder.share("p1.k1.zzzz")).isEqualTo(.95);
    }

    @Test
    void whereAPageEndsIsNotToldExactly() {
        assertThat(PseudonymOrder.share("p1.k1.Xaaa")).isEqualTo(PseudonymOrder.share("p1.k1.Xaab"));
        assertThat(PseudonymOrder.share("p1.k1.X")).isEqualTo(PseudonymOrder.share("p1.k1.Xzzz"));
    }
}
