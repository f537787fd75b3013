package dev.aisle.local.proof;

import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PartStatus;
import dev.aisle.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every place where something of a person could be: files and heaps. */
final class Places {
    private final Layout layout;
    private final Stack stack;
    private final StoredFiles files;

    Places(Stack stack) {
        this.stack = stack;
        this.layout = stack.layout();
        this.files = new StoredFiles(layout);
    }

    static String heapOf(Part part) {
        return "heap of " + part.label();
    }

    /** Searches all of them. */
    Findings search(List<Needle> needles) {
        ByteSearch search = new ByteSearch(needles);
        Findings findings = new Findings();
        files.search(search, findings);
        try {
            heaps(search, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("A heap can't be searched: " + e.getMessage(), e);
        }
        return findings;
    }

    private void heaps(ByteSearch search, Findings findings) throws IOException {
        for (PartStatus status : stack.status()) {
            if (status instanceof PartStatus.Present present && present.part().isService()) {
                Path dump = layout.home().resolve(present.part().label() + ".hprof");
                HeapDumps.take(present.running().pid(), dump);
                files.raw(heapOf(present.part()), dump, search, findings);
                // One with a hit stays to be looked at.
                if (findings.in(heapOf(present.part())) == 0) {
                    Files.deleteIfExists(dump);
                }
            }
        }
    }
}
