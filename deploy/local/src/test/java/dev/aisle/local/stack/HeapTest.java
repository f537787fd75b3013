package dev.aisle.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.local.shell.CommandFailure;
import org.junit.jupiter.api.Test;

/** As JDK 25 writes it; jcmd puts the process before it. */
class HeapTest {
    @Test
    void theSerialCollectorsGenerationsAreAdded() {
        assertThat(Heap.usedOf("""
                        7623:
                        DefNew     total 19648K, used 7340K [0x00000000fc000000, 0x00000000fd550000, 0x00000000fd550000)
                         eden space 17472K,  29% used [0x00000000fc000000, 0x00000000fc50b068, 0x00000000fd110000)
                         from space 2176K, 100% used [0x00000000fd330000, 0x00000000fd550000, 0x00000000fd550000)
                        Tenured    total 43712K, used 2386K [0x00000000fd550000, 0x0000000100000000, 0x0000000100000000)
                         the  space 43712K,   5% used [0x00000000fd550000, 0x00000000fd7a49c8, 0x0000000100000000)
                        """)).isEqualTo((7340L + 2386) << 10);
    }

    @Test
    void whatIsNoHeapIsLeftOut() {
        assertThat(Heap.usedOf("""
                        12:
                        garbage-first heap   total reserved 1048576K, committed 66560K, used 5021K [0x00000000c0000000, 0x0000000100000000)
                         region size 1024K, 4 young (4096K), 0 survivors (0K)
                        Metaspace       used 1024K, committed 1152K, reserved 1114112K
                         class space    used 101K, committed 192K, reserved 1048576K
                        """)).isEqualTo(5021L << 10);
        assertThat(Heap.usedOf(" ZHeap           used 14M, capacity 64M, max capacity 512M"))
                .isEqualTo(14L << 20);
    }

    @Test
    void anotherFormIsNoZero() {
        assertThatThrownBy(() -> Heap.usedOf("12:\nsome heap, 5021 KiB in use"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("some heap");
    }

    @Test
    void thisVeryProcessUsesSome() {
        assertThat(Heap.used(ProcessHandle.current().pid())).isBetween(1L << 20, 4L << 30);
    }
}
