package dev.aisle.algorithms.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;

class PictureFuzzTest {
    @FuzzTest
    void bytesAreAPictureOrRefused(byte[] bytes) {
        switch (PictureReader.read(bytes, null, Duration.ofSeconds(5))) {
            case PictureReading.Read read -> assertThat(read.picture().rgb()).hasSize(Picture.BYTES);
            case PictureReading.Refused refused -> assertThat(refused.message()).isNotBlank();
        }
    }
}
