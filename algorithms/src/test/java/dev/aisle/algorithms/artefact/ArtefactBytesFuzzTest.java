package dev.aisle.algorithms.artefact;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ArtefactBytesFuzzTest {
    @FuzzTest
    void bytesAreAModelOrRefused(byte[] bytes) {
        ArtefactFuzzTest.readable(bytes);
    }
}
