#!/usr/bin/env python3
"""第二核验程序：一个文件，只用 Python 3 标准库，与主程序没有一行共用代码。
The second verifier: one file, Python 3 and its standard library, not a line shared with the first.

Reads a result folder (conclave-result/1, docs/formats/result.md, evidence.md) and the nodes' public keys, and says whether
the lists, the chain, the signatures and the receipts hold, whether scores, papers and plain means add up, and whether a ballot's
candidates reached the threshold that the rules of the meeting name. It does not know who may do what, conditions, cuts, weights and
orders (RANK); it says how many of these it has left to `conclave audit`.

    python3 verify_result.py FOLDER --key signing.pub [--key …] [--receipt FILE|SLIP …]

Ends with 0 where everything holds, with 1 where something does not, with 2 where it was called wrongly.
"""
import base64
import hashlib
import json
import os
import re
import sys
from fractions import Fraction

PRIME = 2**256 - 2**224 + 2**192 + 2**96 - 1
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
CURVE_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
BASE = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
        0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
KEY_PREFIX = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LARGEST = 2**53 - 1
LONGEST_LINE = 8 << 20


class Wrong(Exception):
    """Something does not hold: said in Chinese and in English."""


def wrong(chinese, english):
    raise Wrong(chinese + " " + english)


def sha256(data):
    return hashlib.sha256(data).digest()


# ---------------------------------------------------------------- canonical JSON


def no_twins(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a key twice")
    return dict(pairs)


def no_fraction(text):
    raise ValueError("a fraction: " + text)


def whole(text):
    number = int(text)
    if abs(number) > LARGEST:
        raise ValueError("out of range")
    return number


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def parse(data):
    return json.loads(data.decode("utf-8"), object_pairs_hook=no_twins, parse_float=no_fraction, parse_constant=no_fraction, parse_int=whole)


def lines_of(folder, name):
    """Every line of a file as (number, bytes, object); each must be in its one form."""
    with open(os.path.join(folder, name), "rb") as file:
        number = 0
        while True:
            line = file.readline(LONGEST_LINE + 1)
            if not line:
                return
            number += 1
            if not line.endswith(b"\n"):
                wrong(f"文件 {name} 第{number}行不完整。", f"Line {number} of {name} has no end.")
            line = line[:-1]
            try:
                value = parse(line)
                fine = isinstance(value, dict) and canonical(value) == line
            except (ValueError, RecursionError, UnicodeError):
                fine = False
            if not fine:
                wrong(f"文件 {name} 第{number}行不是规定的格式。", f"Line {number} of {name} is not in its one form.")
            yield number, line, value


# ---------------------------------------------------------------- ECDSA on P-256


def double(point):
    x, y, z = point
    if not y:
        return (0, 1, 0)
    square = y * y % PRIME
    s = 4 * x * square % PRIME
    m = (3 * x * x - 3 * pow(z, 4, PRIME)) % PRIME
    nx = (m * m - 2 * s) % PRIME
    return (nx, (m * (s - nx) - 8 * square * square) % PRIME, 2 * y * z % PRIME)


def add(one, other):
    if not one[2]:
        return other
    if not other[2]:
        return one
    z1, z2 = one[2] * one[2] % PRIME, other[2] * other[2] % PRIME
    u1, u2 = one[0] * z2 % PRIME, other[0] * z1 % PRIME
    s1, s2 = one[1] * z2 * other[2] % PRIME, other[1] * z1 * one[2] % PRIME
    if u1 == u2:
        return double(one) if s1 == s2 else (0, 1, 0)
    h, r = (u2 - u1) % PRIME, (s2 - s1) % PRIME
    hh = h * h % PRIME
    hhh, v = h * hh % PRIME, u1 * hh % PRIME
    x = (r * r - hhh - 2 * v) % PRIME
    return (x, (r * (v - x) - s1 * hhh) % PRIME, h * one[2] * other[2] % PRIME)


def combined(u, v, key):
    """u times the base point and v times the key, in one go."""
    g, q = (*BASE, 1), (*key, 1)
    table = (None, g, q, add(g, q))
    result = (0, 1, 0)
    for bit in range(max(u.bit_length(), v.bit_length()) - 1, -1, -1):
        result = double(result)
        which = (u >> bit & 1) | (v >> bit & 1) << 1
        if which:
            result = add(result, table[which])
    return result


class Key:
    def __init__(self, der, name):
        self.name = name
        self.id = hashlib.sha256(der).hexdigest()[:16]
        if len(der) != len(KEY_PREFIX) + 64 or not der.startswith(KEY_PREFIX):
            wrong(f"{name} 不是 P-256 公钥。", f"{name} is no public key on P-256.")
        x, y = int.from_bytes(der[-64:-32], "big"), int.from_bytes(der[-32:], "big")
        if x >= PRIME or y >= PRIME or (y * y - x * x * x + 3 * x - CURVE_B) % PRIME:
            wrong(f"{name} 不在曲线上。", f"{name} is no point of the curve.")
        self.point = (x, y)

    def verifies(self, message, signature):
        if len(signature) != 64:
            return False
        r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
        if not (0 < r < ORDER and 0 < s < ORDER):
            return False
        inverse = pow(s, -1, ORDER)
        digest = int.from_bytes(sha256(message), "big")
        x, _, z = combined(digest * inverse % ORDER, r * inverse % ORDER, self.point)
        return bool(z) and x * pow(z, -2, PRIME) % PRIME % ORDER == r


def unbase64(text):
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii") != text:
        raise ValueError("not the one writing")
    return data


# ---------------------------------------------------------------- the record


def leaf(line_hash):
    return sha256(b"\0" + line_hash)


def merkle(level):
    while len(level) > 1:
        above = [sha256(b"\1" + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = above + level[len(level) & ~1:]
    return level[0]


def slip_of(line_hash):
    bits = int.from_bytes(leaf(line_hash)[:7], "big") >> 6
    text = "".join(DIGITS[bits >> shift & 31] for shift in range(45, -1, -5))
    return text[:5] + "-" + text[5:]


class Record:
    """The evidence and who has signed for it."""

    def __init__(self, folder, keys):
        self.folder, self.keys = folder, {key.id: key for key in keys}
        self.hashes, self.events = [], []
        self.upto = {key.id: 0 for key in keys}
        self.meeting = None

    def read(self):
        previous = None
        for number, line, value in lines_of(self.folder, "evidence.jsonl"):
            if previous is None:
                self.meeting = value.get("meeting")
                previous = hashlib.sha256(str(self.meeting).encode()).hexdigest()
            if value.get("seq") != number or value.get("prev") != previous or value.get("meeting") != self.meeting:
                wrong(f"证据第{number}行与上一行不衔接。", f"Line {number} of the evidence does not follow from the one before.")
            previous = hashlib.sha256(line).hexdigest()
            self.hashes.append(bytes.fromhex(previous))
            if not isinstance(value.get("event"), dict):
                wrong(f"证据第{number}行没有事件。", f"Line {number} of the evidence holds no event.")
            self.events.append(value)
        if not self.hashes:
            wrong("证据为空。", "The evidence is empty.")

    def signed(self, value, form, fields, where):
        statement = {name: value[name] for name in value if name != "sig"}
        if set(statement) != fields or statement.get("format") != form or statement.get("meeting") != self.meeting:
            wrong(f"{where} 不是本会议的签名。", f"{where} is not a signature of this meeting.")
        key = self.keys.get(statement["by"])
        if key is None:
            wrong(f"{where} 的签名者不在所给公钥之中。", f"{where} is signed by none of the given keys.")
        try:
            fine = key.verifies(canonical(statement), unbase64(value["sig"]))
        except (ValueError, TypeError):
            fine = False
        if not fine:
            wrong(f"{where} 的签名不成立。", f"The signature of {where} does not hold.")
        return key

    def fixes(self, key, size, head, where):
        if not 1 <= size <= len(self.hashes) or self.hashes[size - 1].hex() != head:
            wrong(f"{where} 所签的第{size}行与证据不符。", f"{where} signs for another line {size}.")
        self.upto[key.id] = max(self.upto[key.id], size)

    ROOT = {"format", "meeting", "first", "size", "root", "head", "at", "by"}
    HEAD = {"format", "meeting", "size", "head", "at", "by"}

    def roots(self):
        covered = 0
        for number, _, value in lines_of(self.folder, "roots.jsonl"):
            where = f"roots.jsonl:{number}"
            key = self.signed(value, "conclave-root/1", self.ROOT, where)
            first, size = value["first"], value["size"]
            if first != covered + 1 or not 1 <= size <= 4096:
                wrong(f"{where} 的次序不对。", f"{where} is out of order.")
            covered = first + size - 1
            self.fixes(key, covered, value["head"], where)
            if merkle([leaf(one) for one in self.hashes[first - 1:covered]]).hex() != value["root"]:
                wrong(f"{where} 的根与证据不符。", f"The root of {where} is not that of its lines.")
        if covered != len(self.hashes):
            wrong(f"根签名只到第{covered}行。", f"The roots end at line {covered}.")

    def heads(self):
        if os.path.exists(os.path.join(self.folder, "heads.jsonl")):
            for number, _, value in lines_of(self.folder, "heads.jsonl"):
                where = f"heads.jsonl:{number}"
                self.fixes(self.signed(value, "conclave-head/1", self.HEAD, where), value["size"], value["head"], where)
        if os.path.exists(os.path.join(self.folder, "forks.jsonl")) and os.path.getsize(os.path.join(self.folder, "forks.jsonl")):
            wrong("forks.jsonl 记有两份历史，请用 conclave audit 判明。", "forks.jsonl tells of two histories: judge it with conclave audit.")
        if len(self.keys) > 1 and sorted(self.upto.values())[-2] == 0:
            wrong("只有一个节点签名。", "Only one node has signed.")

    def receipt(self, given):
        """The line that a receipt or a slip speaks of."""
        if not os.path.exists(given):
            wanted = re.sub("[^0-9A-Z]", "", given.upper().replace("O", "0").replace("I", "1").replace("L", "1"))
            for seq, one in enumerate(self.hashes, 1):
                if slip_of(one).replace("-", "") == wanted:
                    return seq
            wrong(f"回执短码 {given} 在证据中找不到。", f"The slip {given} is not in the evidence.")
        with open(given, "rb") as file:
            value = parse(file.read(1 << 20))
        root = dict(value["root"], sig=value["sig"])
        self.signed(root, "conclave-root/1", self.ROOT, given)
        seq, line = value["seq"], value["line"].encode("utf-8")
        index, last = seq - root["first"], root["size"] - 1
        hashed = leaf(sha256(line))
        for step in value["path"]:
            if last == 0:
                wrong(f"回执 {given} 是伪造的。", f"The receipt {given} is forged.")
            if index & 1 or index == last:
                hashed = sha256(b"\1" + bytes.fromhex(step) + hashed)
                while not index & 1 and index:
                    index, last = index >> 1, last >> 1
            else:
                hashed = sha256(b"\1" + hashed + bytes.fromhex(step))
            index, last = index >> 1, last >> 1
        if last or hashed.hex() != root["root"] or value["meeting"] != self.meeting or parse(line)["seq"] != seq:
            wrong(f"回执 {given} 是伪造的。", f"The receipt {given} is forged.")
        if not 1 <= seq <= len(self.hashes) or self.hashes[seq - 1] != sha256(line):
            wrong(f"回执 {given} 所证明的第{seq}行不在证据中。", f"Line {seq}, which the receipt {given} proves, is not in the evidence.")
        return seq


# ---------------------------------------------------------------- the lists of the bag


def listed(folder, name):
    entries = {}
    with open(os.path.join(folder, name), "r", encoding="utf-8", newline="") as file:
        for number, line in enumerate(file, 1):
            match = re.fullmatch(r"([0-9a-f]{64})  ([A-Za-z0-9_-][A-Za-z0-9._/-]*)\n", line)
            if not match or ".." in match[2] or match[2] in entries:
                wrong(f"清单 {name} 第{number}行不是规定的格式。", f"Line {number} of {name} is not in its one form.")
            entries[match[2]] = match[1]
    return entries


def check_lists(folder):
    entries = listed(folder, "tagmanifest-sha256.txt")
    entries.update(listed(folder, "manifest-sha256.txt"))
    present = set()
    for place, folders, files in os.walk(folder):
        for name in files + [one for one in folders if os.path.islink(os.path.join(place, one))]:
            present.add(os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/"))
    present.discard("tagmanifest-sha256.txt")
    for name in sorted(present ^ set(entries)):
        wrong(f"文件 {name} 与清单不一致。", f"{name} is in the folder or in the manifest, not in both.")
    for name, expected in entries.items():
        digest = hashlib.sha256()
        with open(os.path.join(folder, name), "rb") as file:
            for block in iter(lambda: file.read(1 << 18), b""):
                digest.update(block)
        if digest.hexdigest() != expected:
            wrong(f"文件 {name} 已被改动。", f"{name} was changed.")


# ---------------------------------------------------------------- what adds up

EXTRACTS = {
    "amendments.jsonl": {"AmendmentProposed", "AmendmentWithdrawn", "AmendmentConfirmed", "AmendmentReceived", "ApplicantAdded",
                         "DossierChanged", "CandidateJoined", "PermitEntered"},
    "attendance.jsonl": {"SittingOpened", "SittingClosed", "Attended"},
    "recusals.jsonl": {"ExpertRecused", "RecusalLifted", "ScoreVoided"},
    "incidents.jsonl": {"RoomPaused", "RoomResumed", "ContinuedAlone", "ExpertSwapped", "CardRenewed", "RoundReopened", "BallotVoided",
                        "SheetProposed", "SheetApproved", "SheetReplaced", "ScoreReturned", "ReopeningAsked", "RoomReopened"},
    "openings.jsonl": {"DocumentsOpened"},
    "releases.jsonl": {"DocumentScreened", "PlanChanged", "DocumentsReleased", "ReleaseConfirmed", "OverrideAsked", "GateOverridden",
                       "PageWithdrawn", "ScoresSettled"},
    "signatures.jsonl": {"TallySignedOff", "SignedWithoutRound", "MeetingSealed"},
}


MEANS = ("加权、逐项、补评或改表后的评分", "rows by weights, by indicator, marked again or under a changed sheet")
ORDERS = ("排序投票", "ballots that order candidates")
COUNTS = ("两人计数不一致的票决", "ballots without two equal counts")
PLACES = ("名额有限的票决中的取舍", "ballots with limited places")
CUTS = ("排名或名额切分", "rankings and cuts")


def decimals(value, scale):
    """HALF_UP, once."""
    shifted = abs(value) * 10**scale
    number = shifted.numerator * 2 + shifted.denominator
    number //= 2 * shifted.denominator
    text = str(number).rjust(scale + 1, "0")
    return ("-" if value < 0 and number else "") + (text[:-scale] + "." + text[-scale:] if scale else text)


def needed(threshold, of):
    """So many yes of so many are enough: 以上 includes equality, and nobody passes without a single yes."""
    kind = threshold["type"]
    if kind == "FewerAgainst":
        return max(1, of - threshold["than"] + 1)
    if kind == "Prescribed":
        for need in threshold["needs"]:
            if need["of"] == of:
                return max(1, need["needed"])
        threshold = threshold["otherwise"]
    whole, parts = of * threshold["numerator"], threshold["denominator"]
    return max(1, whole // parts + 1 if threshold["strict"] else -(-whole // parts))


def reached(threshold, vote):
    if threshold["type"] == "FewerAgainst":
        return vote["yes"] >= 1 and vote["against"] < threshold["than"]
    return vote["yes"] >= needed(threshold, vote["denominator"])


class Sums:
    def __init__(self):
        self.stages, self.scale, self.passing = {}, 2, None
        self.rounds, self.sheets, self.recused, self.states = {}, {}, set(), {}
        self.tallies, self.papers, self.counts, self.boxes = {}, {}, {}, {}
        self.head = {"format": "conclave-result/1", "title": None, "organizer": None, "sealedAt": None, "edition": 1}
        self.versions = {}
        self.changed, self.means, self.ballots, self.thresholds = set(), 0, 0, 0
        self.unchecked = {}
        self.files, self.pages, self.askers, self.judges = {}, {}, {}, set()

    def leave(self, what):
        self.unchecked[what] = self.unchecked.get(what, 0) + 1

    def take(self, seq, line):
        event = line["event"]
        if event["type"] == "MeetingSealed":
            self.head["sealedAt"] = line["at"]
        if event["type"] == "RoomReopened" and self.head["sealedAt"] is not None:
            self.head.update(sealedAt=None, edition=self.head["edition"] + 1)
        step = getattr(self, "on_" + event["type"], None)
        if step:
            step(seq, event)
        answer = getattr(self, "by_" + event["type"], None)
        if answer:
            answer(seq, line["by"], event)

    def on_ItemImported(self, _, event):
        item = event["item"]
        if item.get("type") == "Description":
            self.head.update(title=item["title"], organizer=item["organizer"])
        if item.get("type") == "MeetingMode":
            self.scale = item["mode"]["scale"]
            self.stages = {stage["code"]: stage for stage in item["mode"]["stages"]}
        if item.get("type") == "RuleProfile":
            self.passing = item["profile"]["passing"]

        if item.get("type") == "Person" and any(grant["role"] in ("expert", "alternate") for grant in item["grants"]):
            self.judges.add(item["id"])
        if item.get("type") == "Applicant":
            self.filed(item)

    def on_ApplicantAdded(self, _, event):
        self.filed(event["applicant"])

    def filed(self, applicant):
        self.files[applicant["id"]] = {file["id"]: (file["sha256"], file["pages"]) for file in applicant["documents"]}

    def page(self, one):
        content = self.files.get(one["applicant"], {}).get(one["document"])
        own = self.pages.setdefault(one["applicant"], {})
        if one["document"] not in own or own[one["document"]]["content"] != content:
            # The same file under another name: what was taken back of it stays so.
            taken = any(other["taken"] and other["content"] == content for other in own.values())
            own[one["document"]] = {"content": content, "plan": None, "marks": [], "hand": False, "first": None, "taken": taken}
        return own[one["document"]]

    def on_DocumentScreened(self, _, event):
        self.page(event).update(plan=event["plan"], marks=event["marks"], first=None)

    def by_PlanChanged(self, seq, person, event):
        self.answers(seq, person)
        self.page(event).update(plan=event["plan"], hand=True, first=None)
        # An exception is for what lay there when it was asked for.
        self.askers.pop(event["applicant"], None)

    def on_PageWithdrawn(self, _, event):
        self.page(event).update(taken=True, first=None)

    def answers(self, seq, person):
        if person in self.judges:
            wrong(f"证据第{seq}行：评审专家 {person} 不得放行。", f"Line {seq}: {person} judges, and has answered for pages.")

    def seen(self, seq, one):
        page = self.page(one)
        if page["plan"] != one.get("plan"):
            wrong(f"证据第{seq}行放行的不是当时的遮盖方案。", f"Line {seq} releases another plan than there was.")
        return page

    def by_DocumentsReleased(self, seq, person, event):
        self.answers(seq, person)
        for one in event["documents"]:
            page = self.seen(seq, one)
            if page["first"] is not None:
                wrong(f"证据第{seq}行：{one['document']} 已有一人放行。", f"Line {seq}: {one['document']} was released by one already.")
            page["first"] = person if page["marks"] or page["hand"] or page["taken"] else None

    def by_ReleaseConfirmed(self, seq, person, event):
        self.answers(seq, person)
        for one in event["documents"]:
            page = self.seen(seq, one)
            if page["first"] in (None, person):
                wrong(f"证据第{seq}行：{one['document']} 的复核人不是另一人。", f"Line {seq}: {one['document']} was not confirmed by another person.")
            page.update(first=None, taken=False)

    def by_OverrideAsked(self, seq, person, event):
        self.answers(seq, person)
        self.askers[event["applicant"]] = person

    def by_GateOverridden(self, seq, person, event):
        self.answers(seq, person)
        if event["asker"] != self.askers.get(event["applicant"]) or person == event["asker"] or event["version"] != self.versions.get(event["applicant"], 1):
            wrong(f"证据第{seq}行：例外开放须由另一人同意。", f"Line {seq}: the exception was not agreed to by another person.")

    def on_MeetingFounded(self, _, event):
        self.head.update(meeting=event["meeting"], rules=event["rules"], rehearsal=event["meeting"].startswith("reh_"))

    def on_RoundOpened(self, seq, event):
        self.rounds[event["round"]] = dict(event, seq=seq)

    def on_CandidateJoined(self, _, event):
        opened = self.rounds[event["round"]]
        opened["candidates"] = opened["candidates"] + [event["applicant"]]

    def on_DossierChanged(self, seq, event):
        applicant, version = event["applicant"]["id"], event["version"]
        if version != self.versions.get(applicant, 1) + 1:
            wrong(f"证据第{seq}行：{applicant} 的材料版本不对。", f"Line {seq}: the dossier of {applicant} has not the next version.")
        self.versions[applicant] = version
        self.filed(event["applicant"])

    def on_ExpertSwapped(self, _, event):
        self.changed.add(event["room"])

    def on_SheetReplaced(self, *_):
        self.changed.add("*")

    def on_ExpertRecused(self, _, event):
        self.recused.add((event["expert"], event["applicant"]))

    def on_RecusalLifted(self, _, event):
        self.recused.discard((event["expert"], event["applicant"]))

    def on_ScoreSubmitted(self, seq, event):
        sheets = self.sheets.setdefault((event["round"], event["applicant"]), {})
        before = sheets.get(event["expert"])
        if event["revision"] != (before["revision"] if before else 0) + 1:
            wrong(f"证据第{seq}行的修订次数不对。", f"The revision in line {seq} of the evidence is not the next.")
        if before and self.states[before["seq"]] == "stands":
            self.states[before["seq"]] = "revised"
        if event.get("dossier", 1) != self.versions.get(event["applicant"], 1):
            wrong(f"证据第{seq}行：评分所依据的不是当时的材料版本。", f"Line {seq}: the score was given to another version of the dossier.")
        self.states[seq] = "stands"
        sheets[event["expert"]] = {"revision": event["revision"], "total": event["total"], "seq": seq, "dossier": event.get("dossier", 1)}

    def ended(self, event, state):
        sheet = self.sheets.get((event["round"], event["applicant"]), {}).get(event["expert"])
        if sheet:
            self.states[sheet["seq"]] = state

    def on_ScoreVoided(self, _, event):
        self.ended(event, "voided")

    def on_ScoreReturned(self, _, event):
        self.ended(event, "returned")

    def on_PaperCast(self, _, event):
        self.papers.setdefault(event["round"], {})[event["voter"]] = event["paper"]

    def on_PapersCounted(self, _, event):
        self.counts.setdefault(event["round"], {})[event["teller"]] = event

    def on_BoxOpened(self, _, event):
        self.boxes[event["round"]] = event

    def on_RoundClosed(self, seq, event):
        if event["missing"] != max(0, event["expected"] - event["given"]):
            wrong(f"证据第{seq}行：应交、已交、缺交不合。", f"Line {seq} of the evidence: expected, given and missing do not add up.")

    def on_RoundReopened(self, _, event):
        self.tallies.pop(event["round"], None)

    def on_TallyComputed(self, seq, event):
        self.tallies[event["round"]] = event["rows"]
        opened = self.rounds.get(event["round"], {})
        stage = self.stages.get(opened.get("stage"), {})
        how = stage.get("aggregation", {})
        plain = stage.get("type") == "Scoring" and not stage["reviewers"] and opened["number"] == 1 and how["per"] == "sheet" \
            and not how["weights"] and how["method"] in ("mean", "trimmedMean") and not self.changed & {"*", opened["room"]}
        for applicant in opened.get("candidates", []):
            for sheet in self.sheets.get((event["round"], applicant), {}).values():
                if self.states[sheet["seq"]] == "stands" and sheet["dossier"] != self.versions.get(applicant, 1):
                    wrong(f"证据第{seq}行：{applicant} 的材料更正后，第{sheet['seq']}行的评分未经确认即计入。",
                          f"Line {seq} counts line {sheet['seq']}, given to another version of the dossier of {applicant}.")
        for row in event["rows"]:
            if not plain or row["applicant"] not in opened["candidates"]:
                self.leave(MEANS)
                continue
            self.means += 1
            marks = [Fraction(sheet["total"]) for expert, sheet in self.sheets.get((event["round"], row["applicant"]), {}).items()
                     if self.states[sheet["seq"]] == "stands" and (expert, row["applicant"]) not in self.recused]
            self.mean(seq, row, sorted(marks), how)

    def mean(self, seq, row, marks, how):
        if row["scores"] != len(marks):
            wrong(f"证据第{seq}行：{row['applicant']} 的评分应为{len(marks)}份。", f"Line {seq}: {row['applicant']} has {len(marks)} scores.")
        if how["method"] == "trimmedMean" and len(marks) >= max(how["trimFrom"], 3):
            marks = marks[1:-1]
        comes = decimals(sum(marks) / len(marks), self.scale) if marks else None
        if row.get("expert") != comes:
            wrong(f"证据第{seq}行：{row['applicant']} 的专家评分应为 {comes}。", f"Line {seq}: the experts' mark of {row['applicant']} comes to {comes}.")

    def on_BallotCounted(self, seq, event):
        opened = self.rounds[event["round"]]
        stage = self.stages[opened["stage"]]
        self.threshold(seq, event, stage)
        said = self.said(event["round"], opened["candidates"], stage)
        if said is None:
            self.leave(ORDERS if stage["form"] == "rank" else COUNTS)
            return
        self.ballots += 1
        returned, valid, votes = said
        if (event["returned"], event["valid"]) != (returned, valid):
            wrong(f"证据第{seq}行：收回{returned}张，有效{valid}张。", f"Line {seq}: {returned} papers returned, {valid} valid.")
        for vote in event["votes"]:
            comes = votes.get(vote["applicant"], (0, 0))
            if (vote["yes"], vote["against"]) != comes:
                wrong(f"证据第{seq}行：{vote['applicant']} 的票数应为 {comes}。", f"Line {seq}: the votes of {vote['applicant']} come to {comes}.")

    def threshold(self, seq, event, stage):
        """What is needed follows from the denominator; who has less cannot win, and where places are free who has it does."""
        if stage["form"] == "rank":
            return
        rule = stage.get("passing") or self.passing
        free = not stage["places"] and stage["entrants"]["type"] != "Tied"
        if not free:
            self.leave(PLACES)
        for vote in event["votes"]:
            comes = needed(rule, vote["denominator"])
            if vote["needed"] != comes:
                wrong(f"证据第{seq}行：{vote['applicant']} 须得{comes}票。", f"Line {seq}: {vote['applicant']} needs {comes} votes.")
            enough = reached(rule, vote)
            if (not enough and vote["effect"] != stage["losers"]) or (enough and free and vote["effect"] != stage["winners"]):
                wrong(f"证据第{seq}行：{vote['applicant']} 的结论与票数不符。", f"Line {seq}: what became of {vote['applicant']} does not follow from the votes.")
            self.thresholds += 1

    def on_CandidatesSettled(self, _, event):
        self.leave(CUTS)

    def said(self, name, candidates, stage):
        """What was on the papers: how many, how many valid, yes and against for each."""
        if stage["form"] == "rank":
            return None
        if name in self.boxes:
            box = self.boxes[name]
            spot = 2 if stage["form"] == "approve" else None
            return len(box["tokens"]), box["valid"], {one["applicant"]: (one["times"][1], one["times"][spot] if spot else 0) for one in box["columns"]}
        if name in self.counts:
            counts = list(self.counts[name].values())
            alike = [one for one in counts if sum(canonical(told(one)) == canonical(told(other)) for other in counts) > 1]
            if not alike:
                return None
            one = alike[0]
            return one["returned"], one["returned"] - one["invalid"], {row["applicant"]: (row["yes"], row["against"]) for row in one["lines"]}
        papers = list(self.papers.get(name, {}).values())
        words = {"yes", "against", "abstain"} if stage["form"] == "approve" else {"yes"}
        papers_named = [{who: word for who, word in paper.items() if who in candidates} for paper in papers]
        good = [paper for paper in papers_named if set(paper.values()) <= words and (stage["form"] == "approve" or len(paper) <= stage["choose"])]
        votes = {who: (sum(paper.get(who) == "yes" for paper in good), sum(paper.get(who) == "against" for paper in good)) for who in candidates}
        return len(papers), len(good), votes


def told(count):
    return {"returned": count["returned"], "invalid": count["invalid"], "lines": count["lines"]}


def same_words(data, name, record, wanted):
    """A file that is nothing but chosen lines of the evidence, with what is added to each."""
    expected = [(seq, line) for seq, line in enumerate(record.events, 1) if wanted(line["event"])]
    lines = list(lines_of(data, name))
    if len(lines) != len(expected):
        wrong(f"{name} 应有{len(expected)}行。", f"{name} should have {len(expected)} lines.")
    for (number, _, said), (seq, line) in zip(lines, expected):
        comes = {key: value for key, value in line["event"].items() if key != "type"} if name != "audit.jsonl" else {}
        comes.update(seq=seq, at=line["at"], by=line["by"], what=line["event"]["type"])
        if {key: value for key, value in said.items() if key != "state"} != comes:
            wrong(f"{name} 第{number}行与证据第{seq}行不符。", f"Line {number} of {name} is not what line {seq} of the evidence says.")
        yield number, said


def only_line(data, name):
    lines = list(lines_of(data, name))
    if len(lines) != 1:
        wrong(f"{name} 应只有一行。", f"{name} should have one line.")
    return lines[0][2]


def check_sums(data, record):
    sums = Sums()
    for seq, line in enumerate(record.events, 1):
        sums.take(seq, line)
    for name, kinds in EXTRACTS.items():
        for _ in same_words(data, name, record, lambda event, kinds=kinds: event["type"] in kinds):
            pass
    for _ in same_words(data, "draws.jsonl", record, lambda event: event["type"] == "RoundOpened" and "chance" in event):
        pass
    for _ in same_words(data, "audit.jsonl", record, lambda event: True):
        pass
    standing = 0
    for number, said in same_words(data, "scores.jsonl", record, lambda event: event["type"] == "ScoreSubmitted"):
        standing += said["state"] == "stands"
        if said["state"] != sums.states[said["seq"]]:
            wrong(f"scores.jsonl 第{number}行的状态应为 {sums.states[said['seq']]}。", f"The state in line {number} of scores.jsonl is {sums.states[said['seq']]}.")
    tallied = 0
    for number, _, row in lines_of(data, "tallies.jsonl"):
        tallied += 1
        rows = sums.tallies.get(row["round"], [])
        bare = {key: value for key, value in row.items() if key not in ("round", "room", "stage", "number", "place")}
        if not 1 <= row["place"] <= len(rows) or rows[row["place"] - 1] != bare:
            wrong(f"tallies.jsonl 第{number}行与证据中的计票不符。", f"Line {number} of tallies.jsonl is not the count in the evidence.")
    if "*" not in sums.changed and tallied != sum(len(rows) for rows in sums.tallies.values()):
        wrong(f"tallies.jsonl 的行数{tallied}与证据中的计票不符。", f"tallies.jsonl has {tallied} rows; the counts in the evidence have another number.")
    counts = only_line(data, "counts.json")
    if (counts["lines"], counts["submitted"], counts["standing"]) != (len(record.events), len(sums.states), standing):
        wrong("counts.json 的数目与证据不符。", "The counts in counts.json are not those of the evidence.")
    head = only_line(data, "result.json")
    bare = {key: value for key, value in head.items() if key not in ("files", "lines")}
    if bare != sums.head or head["meeting"] != record.meeting or head["lines"] != len(record.events):
        wrong("result.json 与证据不符。", "result.json is not about this evidence.")
    for name, many in head["files"].items():
        if sum(1 for _ in lines_of(data, name)) != many:
            wrong(f"{name} 应有{many}行。", f"{name} should have {many} lines.")
    return sums


def options(arguments):
    folder, keys, receipts = None, [], []
    left = list(arguments)
    while left:
        one = left.pop(0)
        if one in ("--key", "--receipt") and left:
            (keys if one == "--key" else receipts).append(left.pop(0))
        elif folder is None and not one.startswith("-"):
            folder = one
        else:
            return None
    return (folder, keys, receipts) if folder and keys else None


def main(arguments):
    given = options(arguments)
    if given is None:
        print(__doc__, file=sys.stderr)
        return 2
    folder, key_files, receipts = given
    try:
        keys = [Key(open(name, "rb").read(), name) for name in key_files]
        check_lists(folder)
        record = Record(os.path.join(folder, "data", "evidence"), keys)
        record.read()
        record.roots()
        record.heads()
        print(f"会议 {record.meeting}，证据{len(record.hashes)}行，链与签名成立。Meeting {record.meeting}: {len(record.hashes)} lines, chain and signatures hold.")
        for one in receipts:
            seq = record.receipt(one)
            print(f"回执 {one} 在证据第{seq}行。The receipt {one} stands in line {seq}.")
        sums = check_sums(os.path.join(folder, "data"), record)
        print(f"复算：评分{len(sums.states)}份，均值{sums.means}个，票决{sums.ballots}次，通过门槛{sums.thresholds}项。")
        print(f"Added up: {len(sums.states)} sheets, {sums.means} means, {sums.ballots} ballots, {sums.thresholds} thresholds.")
        for (chinese, english), many in sorted(sums.unchecked.items()):
            print(f"此处未核验：{chinese}{many}项，请用 conclave audit。Not checked here: {many} {english}; see conclave audit.")
        if os.path.isdir(os.path.join(folder, "data", "reports")):
            print("此处未核验：reports 中的各种表，请与各行数据核对。Not checked here: the forms in reports; hold them against the lines.")
    except Wrong as what:
        print("✗ " + str(what))
        return 1
    except OSError as what:
        print(f"✗ 文件无法读取：{what.filename}。 A file cannot be read: {what.filename}.")
        return 1
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, StopIteration, RecursionError, RuntimeError):
        print("✗ 内容不是规定的格式，不能核验，请用 conclave audit 查明是哪一行。 Something is not in its form: conclave audit names the line.")
        return 1
    print("结论：没有发现改动。The result holds.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
