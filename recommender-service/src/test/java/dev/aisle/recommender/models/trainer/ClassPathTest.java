package dev.aisle.recommender.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassPathTest {
    @Test
    void ofAPackagedServiceItIsTheFoldersBesideItsJar() {
        assertThat(TrainerProcess.classPath("/aisle/quarkus-app/quarkus-run.jar"))
                .isEqualTo("/aisle/quarkus-app/app/*:/aisle/quarkus-app/lib/boot/*:/aisle/quarkus-app/lib/main/*");
    }

    @Test
    void ofAnImageItIsTheServicesOwn() {
        assertThat(TrainerProcess.classPath("/app/own/a.jar:/app/lib/b.jar"))
                .isEqualTo("/app/own/a.jar:/app/lib/b.jar");
    }
}
