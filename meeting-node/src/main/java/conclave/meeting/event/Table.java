package conclave.meeting.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A sorted map that is never changed: {@code with} gives a new one that shares almost all of the old.
 * A balanced tree (AVL), so that a state of a million entries still takes an event in a microsecond, and
 * iteration has one order on every machine.
 */
public final class Table<K extends Comparable<? super K>, V> implements Iterable<Map.Entry<K, V>> {

    /** @param lead how the key begins: most comparisons end there, without a look at the key */
    private record Node<K, V>(Node<K, V> left, long lead, K key, V value, Node<K, V> right, int height, int size) {
    }

    private static final Table<?, ?> EMPTY = new Table<String, Object>(null);

    /** Characters of a lead, and the highest that one of them says something about. */
    private static final int LEAD = 8;
    private static final int HIGHEST = 255;

    private final Node<K, V> root;

    private Table(Node<K, V> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked")
    public static <K extends Comparable<? super K>, V> Table<K, V> empty() {
        return (Table<K, V>) EMPTY;
    }

    public Optional<V> get(K key) {
        if (root == null) return Optional.empty();
        var node = root;
        var lead = lead(key);
        while (node != null) {
            var order = order(lead, key, node);
            if (order == 0) return Optional.of(node.value);
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    public boolean has(K key) {
        return get(key).isPresent();
    }

    public int size() {
        return size(root);
    }

    public boolean isEmpty() {
        return root == null;
    }

    public Table<K, V> with(K key, V value) {
        return new Table<>(put(root, lead(key), key, value, true));
    }

    /** The same where the key is there already, whatever its value. */
    public Table<K, V> orWith(K key, V value) {
        var more = put(root, lead(key), key, value, false);
        return more == root ? this : new Table<>(more);
    }

    /** The same with the value of the key changed; the key must be there. */
    public Table<K, V> changed(K key, UnaryOperator<V> change) {
        return with(key, change.apply(get(key).orElseThrow()));
    }

    public Table<K, V> without(K key) {
        return has(key) ? new Table<>(remove(root, lead(key), key)) : this;
    }

    public List<K> keys() {
        var keys = new ArrayList<K>(size());
        for (var entry : this) keys.add(entry.getKey());
        return keys;
    }

    public List<V> values() {
        var values = new ArrayList<V>(size());
        for (var entry : this) values.add(entry.getValue());
        return values;
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        var path = new ArrayDeque<Node<K, V>>();
        for (var node = root; node != null; node = node.left) path.push(node);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !path.isEmpty();
            }

            @Override
            public Map.Entry<K, V> next() {
                if (path.isEmpty()) throw new NoSuchElementException();
                var here = path.pop();
                for (var node = here.right; node != null; node = node.left) path.push(node);
                return Map.entry(here.key, here.value);
            }
        };
    }

    private static int height(Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private static int size(Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    private static <K extends Comparable<? super K>> int order(long lead, K key, Node<K, ?> node) {
        var order = Long.compareUnsigned(lead, node.lead);
        return order != 0 || key == node.key ? order : key.compareTo(node.key);
    }

    private static <K, V> Node<K, V> node(Node<K, V> left, Node<K, V> at, Node<K, V> right) {
        return node(left, at.lead, at.key, at.value, right);
    }

    private static <K, V> Node<K, V> node(Node<K, V> left, long lead, K key, V value, Node<K, V> right) {
        return new Node<>(left, lead, key, value, right, 1 + Math.max(height(left), height(right)), 1 + size(left) + size(right));
    }

    /** @param anew whether a key that is there takes the value; where it does not, nothing is made anew */
    private static <K extends Comparable<? super K>, V> Node<K, V> put(Node<K, V> at, long lead, K key, V value, boolean anew) {
        if (at == null) return node(null, lead, key, value, null);
        var order = order(lead, key, at);
        if (order == 0) return anew ? node(at.left, lead, key, value, at.right) : at;
        if (order < 0) {
            var left = put(at.left, lead, key, value, anew);
            return left == at.left ? at : balanced(left, at, at.right);
        }
        var right = put(at.right, lead, key, value, anew);
        return right == at.right ? at : balanced(at.left, at, right);
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> remove(Node<K, V> at, long lead, K key) {
        var order = order(lead, key, at);
        if (order < 0) return balanced(remove(at.left, lead, key), at, at.right);
        if (order > 0) return balanced(at.left, at, remove(at.right, lead, key));
        if (at.left == null) return at.right;
        if (at.right == null) return at.left;
        var next = at.right;
        while (next.left != null) next = next.left;
        return balanced(at.left, next, remove(at.right, next.lead, next.key));
    }

    /** The key and value of one node between two trees of which one may have become a step too high. */
    private static <K, V> Node<K, V> balanced(Node<K, V> left, Node<K, V> at, Node<K, V> right) {
        if (height(left) > height(right) + 1) {
            return height(left.left) >= height(left.right)
                    ? node(left.left, left, node(left.right, at, right))
                    : node(node(left.left, left, left.right.left), left.right, node(left.right.right, at, right));
        }
        if (height(right) > height(left) + 1) {
            return height(right.right) >= height(right.left)
                    ? node(node(left, at, right.left), right, right.right)
                    : node(node(left, at, right.left.left), right.left, node(right.left.right, right, right.right));
        }
        return node(left, at, right);
    }

    /** The beginning of a key as a number: of two keys of one table the one with the smaller lead (unsigned) is the smaller one. */
    private static long lead(Object key) {
        // There are meetings of two kinds, which do not begin alike.
        if (key instanceof Id id && !(id instanceof Id.MeetingId)) return lead(id.value(), id.value().indexOf('_') + 1);
        return key instanceof String text ? lead(text, 0) : 0;
    }

    /** Beyond Latin-1 only the comparison of the whole keys knows more: from there on nothing is said. */
    private static long lead(String text, int from) {
        long lead = 0;
        for (int i = 0; i < LEAD; i++) {
            var c = from + i < text.length() ? Math.min(text.charAt(from + i), HIGHEST) : 0;
            lead |= (long) c << 8 * (LEAD - 1 - i);
            if (c == HIGHEST) break;
        }
        return lead;
    }
}
