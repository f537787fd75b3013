package dev.aisle.recommender.models.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.recommender.models.outside.LearnersList.Learner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnersListTest {
    private static final String FIRST = "# aisle-learners 1 readAt=2026-12-20T00:00:00Z";

    @TempDir
    Path folder;

    @Test
    void aWholeListIsRead() throws IOException {
        LearnersList list = LearnersList.read(file(FIRST, "p1.k2.a\tp1.k1.a\t-1", "p1.k1.b\tp1.k1.b\t7", "# end 2"));

        assertThat(list.readAt()).isEqualTo("2026-12-20T00:00:00Z");
        assertThat(list.people())
                .containsExactly(new Learner("p1.k2.a", "p1.k1.a", -1), new Learner("p1.k1.b", "p1.k1.b", 7));
    }

    @Test
    void whatIsNoWholeListIsRefusedWithTheReason() throws IOException {
        assertThatThrownBy(() -> LearnersList.read(folder.resolve("nowhere"))).hasMessageContaining("can't be read");
        assertRefused("is cut", FIRST, "a\ta\t1");
        assertRefused("is cut", FIRST, "a\ta\t1", "# end 2");
        assertRefused("without three cells", FIRST, "a\ta", "# end 1");
        assertRefused("without three cells", FIRST, "a\ta\tx", "# end 1");
        assertRefused("Nobody grants", FIRST, "# end 0");
        assertRefused("is no list", "a\ta\t1", "# end 1");
        assertRefused("has no moment", "# aisle-learners 1 readAt=yesterday", "# end 0");
    }

    private void assertRefused(String reason, String... lines) throws IOException {
        Path file = file(lines);
        assertThatThrownBy(() -> LearnersList.read(file))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining(reason);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("learners"), List.of(lines));
    }
}
