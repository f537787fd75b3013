package dev.aisle.algorithms.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

class ArtefactFuzzTest {
    /** Behind a magic, a length and a checksum that are right, so that the rest is reached. */
    @FuzzTest
    void aHeaderIsReadOrRefused(byte[] bytes) {
        byte[] file = Arrays.copyOf(bytes, Math.max(Format.FIXED_BYTES, bytes.length));
        MemorySegment segment = MemorySegment.ofArray(file);
        segment.set(Format.LONG, 0, Format.MAGIC);
        segment.set(Format.INT, 8, Format.SCHEMA);
        segment.set(Format.LONG, 16, file.length);
        segment.set(Format.LONG, Format.CHECKSUM_AT, Format.checksum(segment));

        readable(file);
    }

    static void readable(byte[] bytes) {
        try {
            Artefact artefact = Artefact.of(MemorySegment.ofArray(bytes), "fuzz");
            for (String name : artefact.names()) {
                assertThat(artefact.segment(name).byteSize()).isLessThanOrEqualTo(bytes.length);
            }
        } catch (UnreadableArtefactException e) {
            assertThat(e)
                    .hasMessageStartingWith("fuzz: ")
                    .hasMessageContaining("expected")
                    .hasMessageContaining("found");
        }
    }
}
