package dev.aisle.compute.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of a shop with four people and four items. */
final class SmallShop {
    private SmallShop() {}

    static Path train(Path folder) throws IOException {
        return Files.writeString(folder.resolve("train.txt"), "u1 a b c\nu2 a b\nu3 b c d\nu4 a d\n");
    }

    static Path test(Path folder) throws IOException {
        return Files.writeString(folder.resolve("test.txt"), "u1 d\nu2 c\nu4 b\n");
    }

    /** Times in every form, a return, a quoted cell, a broken line, and people who come after the first of February. */
    static Path events(Path folder) throws IOException {
        return Files.writeString(folder.resolve("events.csv"), """
            who,what,at,n
            u1,a,2024-01-01,1
            u1,b,2024-01-02T10:00:00Z,2
            u2,a,2024-01-03 09:30:00,1
            u2,b,1704360600,1
            u2,c,2024-01-05,-3
            u3,"b",2024-01-06,1
            u3,c,2024-01-07,1
            u1,broken
            u1,c,2024-02-01,1
            u2,c,2024-02-02,1
            u9,c,2024-02-03,1
            """);
    }
}
