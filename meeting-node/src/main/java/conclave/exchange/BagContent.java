package conclave.exchange;

import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Where the files of a bag are: in a folder, or in something that passes by. */
interface BagContent {

    /** Every file with its size, after names, kinds and sizes were looked at. */
    SortedMap<String, Long> present();

    /** A file that is kept, as it was hashed. */
    byte[] whole(String path);

    /** It is not asked for any more. */
    void forget(String path);

    /** What the algorithm of each list makes of the file. */
    SortedMap<String, byte[]> sums(String path, SortedMap<String, Supplier<MessageDigest>> lists);
}
