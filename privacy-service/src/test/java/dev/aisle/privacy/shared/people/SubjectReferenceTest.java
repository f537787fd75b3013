package dev.aisle.privacy.shared.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.privacy.shared.people.SubjectReference.ByIdentifier;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectReferenceTest {
    @Test
    void aPseudonymIsAPseudonym() {
        assertThat(SubjectReference.of("p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                .isInstanceOf(ByPseudonym.class);
    }

    @Test
    void theFirstColonEndsTheType() {
        assertThat(SubjectReference.of("customer_id:a:b"))
                .isEqualTo(new ByIdentifier(IdentifierType.CUSTOMER_ID, "a:b"));
    }

    @Test
    void aReferenceNeverShowsTheIdentifier() {
        assertThat(SubjectReference.of("email:alice@example.org")).hasToString("email:…");
        assertThatThrownBy(() -> SubjectReference.of("alice@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("alice")
                .contains("customer_id");
    }

    @Test
    void aPseudonymBehindATypeIsNoIdentifier() {
        assertThat(SubjectReference.problemOf("customer_id:p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                .contains("this is a pseudonym");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer_id:NULL", "anonymous_id: undefined ", "customer_id:NaN", "device_id:1", "ip:::1"})
    void whatNamesNobodyIsRefused(String text) {
        assertThat(SubjectReference.problemOf(text)).isNotNull();
    }
}
