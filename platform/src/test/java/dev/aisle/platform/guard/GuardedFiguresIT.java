package dev.aisle.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.guard.Answer.NoneLeft;
import dev.aisle.algorithms.privacy.guard.Answer.Shown;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.algorithms.privacy.guard.QuestionGuard;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class GuardedFiguresIT {
    @Inject
    GuardedFigures figures;

    @Inject
    StoredReleases releases;

    @Test
    void anAnswerStaysInTheDatabaseWhileFewPeopleComeAndGo() {
        String text = UUID.randomUUID().toString();
        Question first = new Question(text, List.of(Figure.people(500), new Figure(70_000, 200)), 2);
        Question later = new Question(text, List.of(Figure.people(501), new Figure(70_200, 200)), 2);

        Shown shown = (Shown) figures.ask(first);

        assertThat(shown.people()).isBetween(350L, 650L);
        assertThat(figures.ask(later)).isEqualTo(shown);
    }

    @Test
    void aReadersDayIsUsedUpAndTheNextOneIsNew() {
        String reader = UUID.randomUUID().toString();
        QuestionGuard guard = new QuestionGuard(GuardLevel.DEFAULT, releases, new SecureRandom());
        Instant now = Instant.now();
        for (int left = 20; left > 0; left--) {
            assertThat(guard.left(reader, now)).isEqualTo(left);
            guard.ask(reader, question(), now);
        }

        assertThat(guard.ask(reader, question(), now)).isInstanceOf(NoneLeft.class);
        assertThat(guard.ask("another " + reader, question(), now)).isInstanceOf(Shown.class);
        assertThat(guard.ask(reader, question(), now.plus(Duration.ofDays(1)))).isInstanceOf(Shown.class);
    }

    private static Question question() {
        return Question.people(UUID.randomUUID().toString(), 500);
    }
}
