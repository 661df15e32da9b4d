// Photos of today's telephones have many megabytes, and lines are thin: a photo above a size is drawn smaller before it is sent. What cannot be
// drawn, or does not get smaller, is sent as it is. A smaller copy also leaves out where the photo was taken.
const large = 1_000_000;
const side = 2000;
const quality = 0.85;

const shrink = async file => {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size <= large) {
    return file;
  }

  const picture = await createImageBitmap(file);
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const paper = canvas.getContext("2d");
  paper.fillStyle = "#fff";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", quality));
  return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" }) : file;
};

for (const input of document.querySelectorAll("input[type='file'][accept*='image/jpeg']")) {
  input.addEventListener("change", async () => {
    const chosen = [...input.files];
    const smaller = await Promise.all(chosen.map(file => shrink(file).catch(() => file)));
    // Whoever has chosen another file meanwhile keeps that one.
    if (smaller.some((file, n) => file !== chosen[n]) && chosen.every((file, n) => file === input.files[n])) {
      const files = new DataTransfer();
      smaller.forEach(file => files.items.add(file));
      input.files = files.files;
    }
  });
}
