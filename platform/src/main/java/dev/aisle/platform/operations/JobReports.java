package dev.aisle.platform.operations;

import java.util.List;

/** A feature with long jobs that tells operators of them. */
public interface JobReports {
    /** The latest, the newest first; at most so many. */
    List<JobReport> latest(int most);
}
