package dev.aisle.profile.models.fitting;

import dev.aisle.profile.people.domain.PersonEvents;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** What a job counts. It names nobody, and it can be written down and read again: then it goes on as if nothing had been. */
public interface JobTally {
    /** Counts a person. People come in the same order whenever the job goes on, so the sums are the same to the last bit. */
    void add(PersonEvents events);

    /** Writes everything counted. */
    void write(DataOutput out) throws IOException;

    /** Reads what was written into a tally that has counted nobody. */
    void read(DataInput in) throws IOException;

    /** Makes the models, or says why not. */
    List<Fit> fit();
}
