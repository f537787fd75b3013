package dev.aisle.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRuntimeTest {
    private static final Path MODULES = Path.of("lib/modules");

    @TempDir
    Path folder;

    @Test
    void twoOfThemHaveTheSameBytes() throws Exception {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");

        JavaRuntime.into(one, true);
        JavaRuntime.into(other, true);

        assertThat(Files.mismatch(one.resolve(MODULES), other.resolve(MODULES))).isEqualTo(-1);
    }
}
